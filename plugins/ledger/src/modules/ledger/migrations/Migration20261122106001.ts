import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Invoices, credit notes and statements. A number is given by the row of its series in the document's own transaction; what
 * was issued cannot be changed, and an entry is billed once and stated once.
 */
export class Migration20261122106001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "ledger_document_series" (
      "series" text primary key,
      "sequence" int not null check ("sequence" >= 0),
      "hash" text not null
    )`)
    this.addSql(`create table if not exists "ledger_document" (
      "id" text primary key,
      "business_key" text not null unique,
      "kind" text not null,
      "series" text not null references "ledger_document_series" ("series"),
      "sequence" int not null,
      "number" text not null unique,
      "party" text not null,
      "party_name" text not null,
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "issued_at" timestamptz not null,
      "issue_day" date not null,
      "period_from" date not null,
      "period_to" date not null,
      "net" bigint null,
      "vat" bigint null,
      "gross" bigint not null,
      "corrects" text null references "ledger_document" ("id"),
      "content" jsonb not null,
      "previous_hash" text not null,
      "hash" text not null,
      unique ("series", "sequence"),
      check ("net" + "vat" = "gross")
    )`)
    this.addSql(
      `create index if not exists "IDX_ledger_document_party" on "ledger_document" ("party", "issued_at" desc)`,
    )
    this.addSql(
      `create index if not exists "IDX_ledger_document_corrects" on "ledger_document" ("corrects") where "corrects" is not null`,
    )
    this.addSql(`create table if not exists "ledger_document_entry" (
      "document_id" text not null references "ledger_document" ("id"),
      "entry_id" bigint not null references "ledger_entry" ("id"),
      "claim" text not null check ("claim" in ('billed', 'stated')),
      primary key ("claim", "entry_id")
    )`)
    this.addSql(`create index if not exists "IDX_ledger_document_entry" on "ledger_document_entry" ("document_id")`)
    this.addSql(`create table if not exists "ledger_document_file" (
      "document_id" text not null references "ledger_document" ("id"),
      "format" text not null check ("format" in ('pdf', 'xml')),
      "locale" text not null,
      "name" text not null,
      "media_type" text not null,
      "bytes" bytea not null,
      "sha256" text not null,
      "made_at" timestamptz not null,
      primary key ("document_id", "format", "locale")
    )`)
    for (const table of ["ledger_document", "ledger_document_entry", "ledger_document_file"])
      this.addSql(
        `create trigger "${table}_append_only" before update or delete or truncate on "${table}" for each statement execute function ledger_refuse_change()`,
      )
  }

  override down(): void {
    for (const table of ["ledger_document_file", "ledger_document_entry", "ledger_document", "ledger_document_series"])
      this.addSql(`drop table if exists "${table}"`)
  }
}
