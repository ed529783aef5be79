import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What happens to an order after the sale: units that fall away, money given back, events; and a quick list of them. */
export class Migration20261122103001 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "marketplace_seller_order" drop constraint if exists "marketplace_seller_order_state_check"`,
    )
    this.addSql(`alter table "marketplace_seller_order" add constraint "marketplace_seller_order_state_check"
      check ("state" in ('TO_ACCEPT', 'ACCEPTED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'REFUSED', 'CANCELLED', 'INCIDENT'))`)
    this.addSql(`alter table "marketplace_parcel" add column if not exists "stock_before" jsonb null`)
    this.addSql(`create table if not exists "marketplace_redress" (
      "id" text primary key,
      "key" text not null unique,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_order_id" text not null references "marketplace_seller_order" ("id"),
      "seller_id" text null references "marketplace_seller" ("id"),
      "kind" text not null check ("kind" in ('REFUSAL', 'CANCELLATION', 'EXPIRY', 'DISPUTE')),
      "by_role" text not null check ("by_role" in ('SELLER', 'SHOPPER', 'OPERATOR', 'SYSTEM')),
      "by_id" text not null,
      "reason" text not null,
      "note" text not null default '',
      "delivery" integer not null default 0 check ("delivery" >= 0),
      "amount" integer not null check ("amount" >= 0),
      "pending_before" bigint not null default 0,
      "dispute_id" text null,
      "started_at" timestamptz not null,
      "settled_at" timestamptz null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_redress_open" on "marketplace_redress" ("started_at") where "settled_at" is null`,
    )
    this.addSql(`create index if not exists "IDX_marketplace_redress_order" on "marketplace_redress" ("order_id")`)
    this.addSql(
      `create index if not exists "IDX_marketplace_redress_seller" on "marketplace_redress" ("seller_id", "started_at")`,
    )
    this.addSql(`create table if not exists "marketplace_redress_line" (
      "redress_id" text not null references "marketplace_redress" ("id") on delete cascade,
      "line_id" text not null references "marketplace_seller_order_line" ("line_id"),
      "quantity" integer not null check ("quantity" >= 0),
      "amount" integer not null check ("amount" >= 0),
      primary key ("redress_id", "line_id")
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_redress_line_line" on "marketplace_redress_line" ("line_id")`,
    )
    this.addSql(`create table if not exists "marketplace_order_event" (
      "id" bigint generated always as identity primary key,
      "key" text null unique,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_order_id" text null references "marketplace_seller_order" ("id"),
      "at" timestamptz not null,
      "by_role" text not null,
      "by_id" text not null,
      "kind" text not null,
      "details" jsonb not null default '{}'
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_order_event_order" on "marketplace_order_event" ("order_id", "at")`,
    )
    this.addSql(
      `create trigger "marketplace_order_event_append_only" before update or delete on "marketplace_order_event" for each statement execute function marketplace_refuse_change()`,
    )
    this.addSql(`create table if not exists "marketplace_order_policy" (
      "id" integer primary key default 1 check ("id" = 1),
      "policy" jsonb not null,
      "changed_at" timestamptz not null,
      "changed_by" text not null
    )`)
    this.addSql(`create extension if not exists pg_trgm`)
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_list" on "marketplace_seller_order" ("seller_id", "placed_at" desc, "id" desc)`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_state_list" on "marketplace_seller_order" ("seller_id", "state", "placed_at" desc, "id" desc)`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_waiting" on "marketplace_seller_order" ("placed_at") where "state" = 'TO_ACCEPT'`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_placed_order_name" on "marketplace_placed_order" using gin ("customer_name" gin_trgm_ops)`,
    )
  }

  override down(): void {
    for (const table of ["order_policy", "order_event", "redress_line", "redress"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
