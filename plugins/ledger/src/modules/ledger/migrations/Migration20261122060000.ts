import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The database itself keeps the book honest: no update, no delete, and a journal that does not add up to zero cannot be
 * committed, whoever writes it.
 */
export class Migration20261122060000 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "ledger_journal" (
      "id" text primary key,
      "business_key" text not null unique,
      "document_type" text not null,
      "document_id" text not null,
      "order_id" text null,
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "occurred_at" timestamptz not null,
      "posted_at" timestamptz not null default now()
    )`)
    this.addSql(`create index if not exists "IDX_ledger_journal_order" on "ledger_journal" ("order_id")`)
    this.addSql(
      `create index if not exists "IDX_ledger_journal_document" on "ledger_journal" ("document_type", "document_id")`,
    )
    this.addSql(`create table if not exists "ledger_entry" (
      "id" bigint generated always as identity primary key,
      "journal_id" text not null references "ledger_journal" ("id"),
      "account" text not null,
      "party" text null,
      "kind" text not null,
      "amount" bigint not null check ("amount" <> 0),
      "description" text not null,
      "occurred_at" timestamptz not null
    )`)
    this.addSql(`create index if not exists "IDX_ledger_entry_journal" on "ledger_entry" ("journal_id")`)
    this.addSql(
      `create index if not exists "IDX_ledger_entry_party" on "ledger_entry" ("account", "party", "occurred_at", "id") include ("amount")`,
    )
    this.addSql(`create or replace function ledger_refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the ledger is append-only: reverse it with a new journal'; end $$`)
    this.addSql(`create or replace function ledger_check_balance() returns trigger language plpgsql as $$
      declare off bigint;
      begin
        select coalesce(sum(amount), 0) into off from ledger_entry where journal_id = new.journal_id;
        if off <> 0 then raise exception 'journal % is off by % micros', new.journal_id, off; end if;
        return null;
      end $$`)
    for (const table of ["ledger_journal", "ledger_entry"]) {
      this.addSql(
        `create trigger "${table}_append_only" before update or delete or truncate on "${table}" for each statement execute function ledger_refuse_change()`,
      )
    }
    this.addSql(
      `create constraint trigger "ledger_entry_balanced" after insert on "ledger_entry" deferrable initially deferred for each row execute function ledger_check_balance()`,
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "ledger_entry"`)
    this.addSql(`drop table if exists "ledger_journal"`)
    this.addSql(`drop function if exists ledger_check_balance()`)
    this.addSql(`drop function if exists ledger_refuse_change()`)
  }
}
