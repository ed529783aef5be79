import { createHash } from "node:crypto"

/** Tables of one physical index. */
export interface Tables {
  readonly doc: string
  readonly body: string
  readonly fac: string
  readonly fv: string
  readonly field: string
  readonly lex: string
}

/** A facet value is one whole number: its field's number times this, plus its own number within the field. */
export const VALUES_A_FIELD = 524_288
/** What still fits into four bytes; further fields are not counted as facets. */
export const MAX_FIELDS = 4_095

/** PostgreSQL cuts names at 63 bytes, so a long physical name is told apart by its hash. */
export function tablesOf(physical: string): Tables {
  const plain = physical.toLowerCase().replace(/[^a-z0-9]+/g, "_")
  const base =
    plain === physical && plain.length <= 40
      ? plain
      : `${plain.slice(0, 30)}_${createHash("sha256").update(physical).digest("hex").slice(0, 8)}`
  const name = (part: string) => `"searchandising_${part}_${base}"`
  return {
    doc: name("doc"),
    body: name("body"),
    fac: name("fac"),
    fv: name("fv"),
    field: name("field"),
    lex: name("lex"),
  }
}

export const REGISTRY = `"searchandising_index"`

export const CREATE_REGISTRY = `
create extension if not exists pg_trgm;
create table if not exists ${REGISTRY} (
  name text primary key,
  definition jsonb not null,
  documents integer not null default 0,
  average_length jsonb not null default '{}',
  settled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
)`

/**
 * doc: what finds, rewritten when words change. body: what is shown and ranked anew, read for hits only. fac: what
 * filters and counts read, rewritten with every price and stock. field, fv: dictionary of facets, so that a document
 * holds whole numbers. lex: words, a way they are written, and in how many documents.
 */
export const createTables = (t: Tables): string => `
create table ${t.doc} (
  n integer generated always as identity primary key,
  id text not null unique,
  tsv tsvector not null,
  word_hash text not null
);
create index on ${t.doc} using gin (tsv) with (fastupdate = off);
create table ${t.body} (
  n integer primary key references ${t.doc} (n) on delete cascade,
  words jsonb not null,
  doc jsonb not null
);
create table ${t.fac} (
  n integer primary key references ${t.doc} (n) on delete cascade,
  kv integer[] not null,
  nums jsonb not null
) with (fillfactor = 85);
create index on ${t.fac} using gin (kv) with (fastupdate = off);
create table ${t.field} (
  id integer generated always as identity primary key,
  f text not null unique,
  label jsonb,
  unit text,
  dynamic boolean not null default false
);
create table ${t.fv} (
  v integer primary key,
  f text not null,
  val text not null,
  label jsonb,
  unique (f, val)
);
create table ${t.lex} (word text primary key, surface text not null, documents integer not null);
create index on ${t.lex} using gin (word gin_trgm_ops);
create index on ${t.lex} (surface);
create index on ${t.lex} (word text_pattern_ops)`

export const dropTables = (t: Tables): string =>
  `drop table if exists ${t.body}, ${t.fac}, ${t.doc}, ${t.fv}, ${t.field}, ${t.lex} cascade`
