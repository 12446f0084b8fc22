// The walk of adapters/node, run by tests/node_binding_test.py: node --test node_binding.test.js beside node_modules.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { Engine, Failure, Library, STATUS } = require('./adapters/node');

const DAY = '2026-11-23';
const snapshot = (id = 'C1', more = {}) => ({
  account: { id, person_kind: 'legal' }, as_of: DAY,
  orders: [{ id: 'O1', date: '2026-10-01', net_amount: 100.1, cost_of_goods: 60 }], ...more,
});

async function stored(walk) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'rendabel-node-'));
  const engine = await Engine.open(path.join(place, 'store'), { busy_timeout_ms: 5000 });
  try {
    await walk(engine, place);
  } finally {
    engine.close();
    fs.rmSync(place, { recursive: true });
  }
}

const fails = (promise, code, more = () => true) =>
  assert.rejects(promise, (failure) => failure instanceof Failure && failure.code === code && more(failure) !== false);

test('a saved account is assessed', () => stored(async (engine) => {
  const saved = await engine.account_save(snapshot(), { language: 'en' });
  assert.strictEqual(saved.json().result.gross_margin, 40.1);
  assert.match(saved.body, /"gross_margin":40\.10/);
  assert.strictEqual(saved.mediaType, 'application/json');
  assert.strictEqual((await engine.account_get('C1', DAY, { language: 'en' })).body, saved.body);
}));

test('many go in and come back in pages; a wrong one refuses all, with its findings', () => stored(async (engine) => {
  assert.strictEqual((await engine.accounts_save(['C1', 'C2', 'C3'].map((id) => snapshot(id)))).json().saved, 3);
  const page = await engine.accounts_get(DAY, { after: 'C1', fields: 'summary' });
  assert.deepStrictEqual([...page].map((record) => record.account_id), ['C2', 'C3']);
  await fails(engine.accounts_save([snapshot('C4'), { account: { id: 5 }, as_of: '2026-02-30' }]), 'bad_input', (failure) => {
    assert.deepStrictEqual(failure.findings.map(({ record, field }) => [record, field]), [[2, 'account.id'], [2, 'as_of']]);
    assert.strictEqual(failure.status, STATUS.BAD_INPUT);
    assert.strictEqual(failure.total, 2);
  });
  await fails(engine.account_get('C4', DAY), 'not_found');
  await fails(engine.calls_plan(DAY, { lnguage: 'nl' }), 'bad_input');
}));

test('text of every kind goes through whole, and a NUL never shortens an id or a document', () => stored(async (engine) => {
  const name = 'Müller & Zn. "€" \\ \n🐟';
  await engine.account_save({ account: { id: 'C1', name }, as_of: DAY });
  assert.strictEqual((await engine.account_export('C1')).json().snapshot.account.name, name);
  await assert.rejects(engine.account_get('C1\0x', DAY), TypeError);
  await fails(engine.account_save('{"account":{"id":"C1"},"as_of":"2026-11-23"}\0'), 'bad_input');
}));

test('the day, the book, the store', () => stored(async (engine, place) => {
  await engine.account_save(snapshot('C1', { revision: 2 }));
  await fails(engine.account_save(snapshot('C1', { revision: 1 })), 'stale');
  const at = new Date('2026-11-23T09:05:00Z');
  await engine.events_record([{ account_id: 'C1', kind: 'inquiry', at, record: { id: 'I1', at, kind: 'question' } }]);
  assert.strictEqual((await engine.calls_plan(DAY)).json().date, DAY);
  await fails(engine.book_get(DAY), 'state');
  while (!(await engine.book_refresh(DAY, 1000)).json().finished);
  assert.strictEqual((await engine.book_get(DAY)).json().as_of, DAY);
  assert.match((await engine.report_get(DAY, { format: 'csv', part: 'pyramid' })).mediaType, /^text\/csv/);
  assert.strictEqual((await engine.settings_set({ minute_rate: 0.85 })).json().minute_rate, 0.85);
  assert.strictEqual((await engine.store_check({ quick: true })).json().ok, true);
  assert.ok((await engine.store_backup(path.join(place, 'copy'))).json().bytes > 0);
  assert.strictEqual((await engine.account_erase('C1')).json().erased, true);
  assert.deepStrictEqual(engine.cancel().json(), {});
}));

test('the event loop goes on while a call runs, and calls beside each other all end', () => stored(async (engine) => {
  let turns = 0;
  const timer = setInterval(() => ++turns, 1);
  await engine.accounts_save(Array.from({ length: 2000 }, (_, n) => snapshot(`L${n}`)));
  clearInterval(timer);
  assert.ok(turns >= 3, `the loop turned ${turns} times`);
  await Promise.all(Array.from({ length: 20 }, (_, n) => engine.account_get(`L${n}`, DAY)));
}));

test('closed engines, stores that are none, libraries that are missing', async () => {
  await stored(async (engine) => {
    engine.close();
    engine.close();
    await fails(engine.settings_get(), 'invalid_handle');
  });
  await fails(Engine.open('/dev/null/store'), 'io');
  assert.throws(() => Library.at('/nonexistent/librendabel.so.1'), { code: 'io' });
  assert.strictEqual(Library.at().abi_supports(2 << 16), false);
  assert.strictEqual((await Library.at().labels_get('nl')).json().labels.flag.loss_making, 'Verliesgevend');
  await fails(Library.at().schema_get('absent'), 'not_found');
  assert.throws(() => Library.at().get('not_there'), { code: 'unsupported' });
});

test('the types are those of the methods', () => {
  const types = fs.readFileSync(path.join(__dirname, 'adapters/node/index.d.ts'), 'utf8');
  for (const owner of [Engine, Library])
    for (const name of Object.getOwnPropertyNames(owner.prototype))
      if (!['constructor', 'get', 'take', 'call', 'library'].includes(name)) assert.match(types, new RegExp(`\\b${name}\\(`));
});
