import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The merchandiser's rules with their version, the query log (words and counts, nobody's data), and the outbox. */
export class Migration20261122062000 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "searchandising_synonym" (
      "id" text primary key,
      "kind" text not null check ("kind" in ('EQUIVALENT', 'ONE_WAY')),
      "locale" text not null check ("locale" in ('fr', 'en')),
      "words" text[] not null check (cardinality("words") >= 2),
      "active" boolean not null default true,
      "created_at" timestamptz not null,
      "updated_at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "searchandising_pin" (
      "id" text primary key,
      "query" text null,
      "category" text null,
      "product_id" text not null,
      "position" integer not null check ("position" between 1 and 200),
      "created_at" timestamptz not null,
      "updated_at" timestamptz not null,
      check (("query" is null) <> ("category" is null))
    )`)
    this.addSql(
      `create unique index if not exists "IDX_searchandising_pin_place" on "searchandising_pin" (coalesce("query", ''), coalesce("category", ''), "position")`,
    )
    this.addSql(
      `create unique index if not exists "IDX_searchandising_pin_product" on "searchandising_pin" (coalesce("query", ''), coalesce("category", ''), "product_id")`,
    )
    this.addSql(`create table if not exists "searchandising_rules_version" (
      "only" boolean primary key default true check ("only"),
      "version" bigint not null default 1
    )`)
    this.addSql(`insert into "searchandising_rules_version" default values on conflict do nothing`)
    this.addSql(`create table if not exists "searchandising_query_log" (
      "query" text not null,
      "locale" text not null,
      "count" bigint not null default 0,
      "empty" bigint not null default 0,
      "last_total" integer not null,
      "last_at" timestamptz not null,
      primary key ("query", "locale")
    )`)
    this.addSql(
      `create index if not exists "IDX_searchandising_query_log_prefix" on "searchandising_query_log" ("query" text_pattern_ops)`,
    )
    this.addSql(`create table if not exists "searchandising_outbox" (
      "id" bigint generated always as identity primary key,
      "source" text not null,
      "source_id" text not null
    )`)
    this.addSql(`create table if not exists "searchandising_change" (
      "product_id" text primary key,
      "changed_at" timestamptz not null
    )`)
    this.addSql(`create index if not exists "IDX_searchandising_change_at" on "searchandising_change" ("changed_at")`)
  }

  override down(): void {
    for (const table of ["synonym", "pin", "rules_version", "query_log", "outbox", "change"])
      this.addSql(`drop table if exists "searchandising_${table}"`)
  }
}
