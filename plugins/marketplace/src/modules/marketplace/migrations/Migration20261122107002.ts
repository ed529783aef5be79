import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Who did what. The acts cannot be changed; their seals chain them by hashes, so that a change would show. */
export class Migration20261122107002 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_act" (
      "id" bigint generated always as identity primary key,
      "key" text null unique,
      "actor_type" text not null,
      "actor_id" text not null,
      "action" text not null,
      "subject_type" text not null,
      "subject_id" text not null,
      "order_id" text null,
      "seller_id" text null,
      "at" timestamptz not null,
      "details" jsonb not null default '{}'
    )`)
    for (const columns of [`"order_id", "id"`, `"seller_id", "id"`, `"actor_id", "id"`, `"subject_type", "subject_id"`])
      this.addSql(
        `create index if not exists "IDX_marketplace_act_${columns.split('"')[1]}" on "marketplace_act" (${columns})`,
      )
    this.addSql(`create index if not exists "IDX_marketplace_act_at" on "marketplace_act" ("at")`)
    this.addSql(`create table if not exists "marketplace_act_seal" (
      "seq" bigint primary key check ("seq" > 0),
      "act_id" bigint not null unique references "marketplace_act" ("id"),
      "previous" text not null,
      "hash" text not null
    )`)
    this.addSql(`create or replace function marketplace_act_refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the audit trail is append-only'; end $$`)
    for (const table of ["marketplace_act", "marketplace_act_seal"])
      this.addSql(
        `create trigger "${table}_append_only" before update or delete or truncate on "${table}" for each statement execute function marketplace_act_refuse_change()`,
      )
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_act_seal"`)
    this.addSql(`drop table if exists "marketplace_act"`)
    this.addSql(`drop function if exists marketplace_act_refuse_change()`)
  }
}
