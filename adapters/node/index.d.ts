/** Rendabel for Node: which customers cost money, and whom to call today. The manual is rendabel.h. */

export type Json = null | boolean | number | string | Date | Json[] | { [name: string]: Json | undefined };
/** A document: an object, or JSON text as it is. */
export type Document = string | { [name: string]: Json | undefined };
/** Many: NDJSON text as it is, or documents. */
export type Documents = string | Iterable<Document>;
/** YYYY-MM-DD. */
export type Day = string;
/** RFC 3339 with offset, or a Date. */
export type Moment = string | Date;
/** Known everywhere: language, text. */
export type Options = { language?: 'nl' | 'en'; text?: boolean; [name: string]: Json | undefined };

export interface Finding { record: number; field: string; why: string }

export class Failure extends Error {
  /** The number of rendabel.h. */
  readonly status: number;
  /** The status as documents spell it, such as "bad_input". */
  readonly code: string;
  readonly findings: Finding[];
  readonly total: number;
}

export class Answer implements Iterable<any> {
  readonly body: string;
  readonly mediaType: string;
  /** The document, parsed once. */
  json(): any;
  /** The documents of an NDJSON answer. */
  [Symbol.iterator](): Iterator<any>;
}

export class Library {
  /** The library in `file`; else $RENDABEL_LIBRARY, lib/ beside this package, the system's. */
  static at(file?: string): Library;
  readonly path: string;
  abi_version(): number;
  abi_supports(hostAbi: number): boolean;
  has_feature(id: string): boolean;
  version(): string;
  status_name(status: number): string;
  schema_get(name: string): Promise<Answer>;
  labels_get(language: string): Promise<Answer>;
}

export interface Config { busy_timeout_ms?: number; durability?: 'normal' | 'full' }

export class Engine {
  static open(store: string, config?: Config, library?: string): Promise<Engine>;
  private constructor();
  readonly library: Library;
  close(): void;
  cancel(): Answer;
  settings_get(options?: Options): Promise<Answer>;
  settings_set(patch: Document, options?: Options): Promise<Answer>;
  account_save(snapshot: Document, options?: Options): Promise<Answer>;
  accounts_save(snapshots: Documents, options?: Options): Promise<Answer>;
  account_preview(snapshot: Document, options?: Options): Promise<Answer>;
  account_get(id: string, asOf: Day, options?: Options): Promise<Answer>;
  accounts_get(asOf: Day, options?: Options): Promise<Answer>;
  account_erase(id: string, options?: Options): Promise<Answer>;
  account_export(id: string, options?: Options): Promise<Answer>;
  events_record(events: Documents, options?: Options): Promise<Answer>;
  calls_plan(asOf: Day, options?: Options): Promise<Answer>;
  calls_next(now: Moment, agent: string, options?: Options): Promise<Answer>;
  call_open(now: Moment, agent: string, options?: Options): Promise<Answer>;
  call_report(outcome: Document, options?: Options): Promise<Answer>;
  calls_board(asOf: Day, options?: Options): Promise<Answer>;
  permission_get(query: Document, options?: Options): Promise<Answer>;
  learning_get(options?: Options): Promise<Answer>;
  learning_reset(options?: Options): Promise<Answer>;
  agent_export(agent: string, options?: Options): Promise<Answer>;
  agent_erase(agent: string, options?: Options): Promise<Answer>;
  book_refresh(asOf: Day, budgetMs?: number, options?: Options): Promise<Answer>;
  book_get(asOf: Day, options?: Options): Promise<Answer>;
  report_get(asOf: Day, options?: Options): Promise<Answer>;
  store_check(options?: Options): Promise<Answer>;
  store_backup(file: string, options?: Options): Promise<Answer>;
}

export const ABI_VERSION: number;
export const STATUS: Readonly<Record<string, number>>;
