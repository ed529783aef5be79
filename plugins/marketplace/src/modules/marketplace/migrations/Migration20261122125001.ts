import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Random checks (DSA art. 31), what was taken down and who was told of it (art. 32), links in later letters to reporters. */
export class Migration20261122125001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_takedown" (
      "id" text primary key,
      "number" bigint generated always as identity unique,
      "key" text not null unique,
      "kind" text not null check ("kind" in ('illegal', 'recall')),
      "product_id" text not null,
      "seller_id" text null references "marketplace_seller" ("id"),
      "reason" text not null,
      "redress" text not null,
      "notice_id" text null references "marketplace_notice" ("id"),
      "actor" text not null,
      "at" timestamptz not null,
      "told_at" timestamptz null,
      "lifted_at" timestamptz null,
      "lifted_by" text null,
      "lifted_reason" text null,
      check (("lifted_at" is null) = ("lifted_reason" is null))
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_takedown_open" on "marketplace_takedown" ("product_id", (coalesce("seller_id", ''))) where "lifted_at" is null`,
    )
    // Who bought is known from the orders; here stands only who of them was told, so that an erasure finds nothing here.
    this.addSql(`create table if not exists "marketplace_takedown_buyer" (
      "takedown_id" text not null references "marketplace_takedown" ("id"),
      "order_id" text not null,
      "state" text not null check ("state" in ('told', 'unreachable')),
      "notification_key" text null,
      "at" timestamptz not null,
      primary key ("takedown_id", "order_id")
    )`)
    this.addSql(`create table if not exists "marketplace_check_round" (
      "week" text primary key check ("week" ~ '^[0-9]{4}-W[0-9]{2}$'),
      "seed" text not null,
      "rate" integer not null check ("rate" >= 0),
      "offers" integer not null,
      "traders" integer not null,
      "drawn" integer not null,
      "at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "marketplace_random_check" (
      "id" text primary key,
      "week" text not null references "marketplace_check_round" ("week"),
      "product_id" text not null,
      "offer_id" text null,
      "seller_id" text null references "marketplace_seller" ("id"),
      "outcome" text null check ("outcome" in ('ok', 'safety_wrong', 'illegal')),
      "finding" text null,
      "takedown_id" text null references "marketplace_takedown" ("id"),
      "checked_by" text null,
      "checked_at" timestamptz null,
      "mended_at" timestamptz null,
      check (("outcome" is null) = ("checked_at" is null))
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_random_check_once" on "marketplace_random_check" ("week", "product_id", (coalesce("offer_id", '')))`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_random_check_wrong" on "marketplace_random_check" ("product_id") where "outcome" = 'safety_wrong' and "mended_at" is null`,
    )
    this.addSql(
      `alter table "marketplace_notice" add column if not exists "later_token_hashes" text[] not null default '{}', drop constraint if exists "marketplace_notice_decision_check"`,
    )
    this.addSql(
      `alter table "marketplace_notice" add constraint "marketplace_notice_decision_check" check ("decision" in ('no_action', 'offer_removed', 'product_removed', 'seller_suspended'))`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_notice_later_tokens" on "marketplace_notice" using gin ("later_token_hashes")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_line_catalogue" on "marketplace_seller_order_line" ("catalogue_product_id")`,
    )
  }

  override down(): void {
    this.addSql(`drop index if exists "IDX_marketplace_seller_order_line_catalogue"`)
    this.addSql(`drop index if exists "IDX_marketplace_notice_later_tokens"`)
    this.addSql(`update "marketplace_notice" set "decision" = 'no_action' where "decision" = 'product_removed'`)
    this.addSql(
      `alter table "marketplace_notice" drop column if exists "later_token_hashes", drop constraint if exists "marketplace_notice_decision_check"`,
    )
    this.addSql(
      `alter table "marketplace_notice" add constraint "marketplace_notice_decision_check" check ("decision" in ('no_action', 'offer_removed', 'seller_suspended'))`,
    )
    for (const table of ["random_check", "check_round", "takedown_buyer", "takedown"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
