'use strict';
// Rendabel for Node: the entry points of rendabel.h as methods that answer promises. Calls run on koffi's worker threads,
// so the event loop goes on meanwhile. Nothing is loaded before the first engine.

const fs = require('node:fs');
const path = require('node:path');
const { ABI_VERSION, FUNCTIONS } = require('./functions.js');

const STATUS = Object.freeze({
  OK: 0, NO_MEMORY: -1, INVALID_HANDLE: -2, INVALID_ARGUMENT: -3, BAD_INPUT: -4, STATE: -5, UNSUPPORTED: -6, TOO_NEW: -7,
  BUSY: -8, IO: -9, CORRUPT: -10, FORKED: -11, CANCELLED: -12, NOT_FOUND: -13, STALE: -14, INTERNAL: -15,
});

/** A call that did not succeed: `code` is the status as documents spell it, `findings` the faults of a document. */
class Failure extends Error {
  constructor(status, code, message, document = {}) {
    super(`${code}: ${message}`);
    this.name = 'Failure';
    this.status = status;
    this.code = code;
    this.findings = document.findings ?? [];
    this.total = document.total ?? 0;
  }
}

/** What a call answered: `body` as the library wrote it; json() is the document, iterating gives those of NDJSON. */
class Answer {
  #document;
  constructor(body, mediaType) {
    this.body = body;
    this.mediaType = mediaType;
  }
  json() {
    return (this.#document ??= JSON.parse(this.body));
  }
  *[Symbol.iterator]() {
    for (const line of this.body.split('\n')) if (line !== '') yield JSON.parse(line);
  }
}

/** $RENDABEL_LIBRARY, else the file shipped in lib/, else the system's. */
function libraryPath() {
  const shipped = path.join(__dirname, 'lib', 'librendabel.so.1');
  return process.env.RENDABEL_LIBRARY || (fs.existsSync(shipped) ? shipped : 'librendabel.so.1');
}

/** The loaded library: one per file and process. */
class Library {
  static #loaded = new Map();
  #file;
  #functions = new Map();

  static at(file = libraryPath()) {
    if (!Library.#loaded.has(file)) Library.#loaded.set(file, new Library(file));
    return Library.#loaded.get(file);
  }

  constructor(file) {
    const koffi = require('koffi');
    if (Library.#loaded.size === 0) ['rendabel_engine', 'rendabel_result'].forEach((name) => koffi.opaque(name));
    try {
      this.#file = koffi.load(file);
    } catch (error) {
      throw new Failure(STATUS.IO, 'io', error.message);
    }
    this.path = file;
    if (this.get('abi_supports')(ABI_VERSION) !== 1)
      throw new Failure(STATUS.UNSUPPORTED, 'unsupported', `${file} speaks another version of the contract`);
  }

  /** The function of a name without its prefix. */
  get(name) {
    let found = this.#functions.get(name);
    if (found === undefined) {
      // Documents go as bytes with their size, and may hold a NUL.
      const prototype = FUNCTIONS.find((line) => line.includes(`rendabel_${name}(`))?.slice(0, -1)
        .replace(/const char \*(\w+), int64_t \1_size/g, 'const uint8_t *$1, int64_t $1_size');
      try {
        found = this.#file.func(prototype);
      } catch {
        throw new Failure(STATUS.UNSUPPORTED, 'unsupported', `${this.path} has no rendabel_${name}`);
      }
      this.#functions.set(name, found);
    }
    return found;
  }

  /** Reads a result and frees it. Throws Failure unless its status is ok. */
  take(result) {
    try {
      const status = this.get('result_status')(result);
      const body = this.get('result_body')(result);
      if (status === STATUS.OK) return new Answer(body, this.get('result_media_type')(result));
      throw new Failure(status, this.get('status_name')(status), this.get('result_message')(result),
        body === '' ? {} : JSON.parse(body));
    } finally {
      this.get('result_free')(result);
    }
  }

  /** Calls on a worker thread; `parts` stay alive until the call has ended. */
  call(name, parts) {
    const called = this.get(name);
    return new Promise((resolve, reject) => {
      called.async(...parts, (error, result) => {
        try {
          if (error) throw error;
          resolve(this.take(result));
        } catch (failure) {
          reject(failure);
        }
      });
    });
  }

  version() { return this.get('version')(); }
  has_feature(id) { return this.get('has_feature')(text(id)) === 1; }
  abi_version() { return this.get('abi_version')(); }
  abi_supports(hostAbi) { return this.get('abi_supports')(hostAbi) === 1; }
  status_name(status) { return this.get('status_name')(status); }
  schema_get(name) { return this.call('schema_get', [text(name)]); }
  labels_get(language) { return this.call('labels_get', [text(language)]); }
}

function text(value) {
  const plain = value instanceof Date ? value.toISOString().replace(/\.\d+Z$/, 'Z') : String(value);
  if (plain.includes('\0')) throw new TypeError('an id, day or path cannot hold a NUL');  // C would read a shorter one
  return plain;
}

/** JSON text as it is, or of any value. A Date becomes a moment in UTC; days are text, YYYY-MM-DD. */
function json(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function lines(values) {
  return typeof values === 'string' ? values : Array.from(values, (value) => `${json(value).trim()}\n`).join('');
}

function bytes(value) {
  const buffer = Buffer.from(value, 'utf8');
  return [buffer, buffer.length];
}

const forgotten = new FinalizationRegistry(({ library, engine }) => library.get('engine_free')(engine));

/** One open store, the book of one company. Methods are the entry points of rendabel.h; the last argument is options. */
class Engine {
  #library;
  #engine;

  /** Opens the store in a directory and makes it if it is not there. `config` as in engine_open; `library` is a file. */
  static async open(store, config = {}, library = undefined) {
    const engine = new Engine(Library.at(library));
    try {
      await engine.#library.call('engine_open', [engine.#engine, ...bytes(json({ store, ...config }))]);
    } catch (failure) {
      engine.close();
      throw failure;
    }
    return engine;
  }

  /** @private use Engine.open */
  constructor(library) {
    this.#library = library;
    this.#engine = library.get('engine_new')(ABI_VERSION);
    forgotten.register(this, { library, engine: this.#engine }, this);
  }

  get library() { return this.#library; }

  /** Closes the store. Calls that run end undisturbed, later ones fail. */
  close() {
    if (this.#engine === null) return;
    forgotten.unregister(this);
    this.#library.get('engine_free')(this.#engine);
    this.#engine = null;
  }

  #call(name, parts, options) {
    const more = options === undefined ? [null, 0] : bytes(json(options));
    return this.#library.call(name, [this.#engine, ...parts, ...more]);
  }

  /** Asks every call that has entered this engine to stop; those fail with `cancelled`. */
  cancel() { return this.#library.take(this.#library.get('engine_cancel')(this.#engine)); }

  async settings_get(options) { return this.#call('settings_get', [], options); }
  async settings_set(patch, options) { return this.#call('settings_set', bytes(json(patch)), options); }
  async account_save(snapshot, options) { return this.#call('account_save', bytes(json(snapshot)), options); }
  async accounts_save(snapshots, options) { return this.#call('accounts_save', bytes(lines(snapshots)), options); }
  async account_preview(snapshot, options) { return this.#call('account_preview', bytes(json(snapshot)), options); }
  async account_get(id, asOf, options) { return this.#call('account_get', [text(id), text(asOf)], options); }
  async accounts_get(asOf, options) { return this.#call('accounts_get', [text(asOf)], options); }
  async account_erase(id, options) { return this.#call('account_erase', [text(id)], options); }
  async account_export(id, options) { return this.#call('account_export', [text(id)], options); }
  async events_record(events, options) { return this.#call('events_record', bytes(lines(events)), options); }
  async calls_plan(asOf, options) { return this.#call('calls_plan', [text(asOf)], options); }
  async calls_next(now, agent, options) { return this.#call('calls_next', [text(now), text(agent)], options); }
  async call_open(now, agent, options) { return this.#call('call_open', [text(now), text(agent)], options); }
  async call_report(outcome, options) { return this.#call('call_report', bytes(json(outcome)), options); }
  async calls_board(asOf, options) { return this.#call('calls_board', [text(asOf)], options); }
  async permission_get(query, options) { return this.#call('permission_get', bytes(json(query)), options); }
  async learning_get(options) { return this.#call('learning_get', [], options); }
  async learning_reset(options) { return this.#call('learning_reset', [], options); }
  async agent_export(agent, options) { return this.#call('agent_export', [text(agent)], options); }
  async agent_erase(agent, options) { return this.#call('agent_erase', [text(agent)], options); }
  async book_refresh(asOf, budgetMs = 0, options = undefined) {
    return this.#call('book_refresh', [text(asOf), budgetMs], options);
  }
  async book_get(asOf, options) { return this.#call('book_get', [text(asOf)], options); }
  async report_get(asOf, options) { return this.#call('report_get', [text(asOf)], options); }
  async store_check(options) { return this.#call('store_check', [], options); }
  async store_backup(file, options) { return this.#call('store_backup', [text(file)], options); }
}

module.exports = { ABI_VERSION, Answer, Engine, Failure, Library, STATUS };
