import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const SIDES = `('SHOPPER', 'SELLER', 'OPERATOR')`

/** Talk and quarrel about an order, and what they do to a seller's standing. */
export class Migration20261122103002 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_thread" (
      "seller_order_id" text primary key references "marketplace_seller_order" ("id"),
      "order_id" text not null,
      "seller_id" text null,
      "messages" integer not null default 0,
      "last_at" timestamptz not null,
      "last_side" text not null check ("last_side" in ${SIDES}),
      "last_excerpt" text not null,
      "unread_shopper" integer not null default 0,
      "unread_seller" integer not null default 0,
      "unread_operator" integer not null default 0
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_thread_seller" on "marketplace_thread" ("seller_id", "last_at" desc)`,
    )
    this.addSql(`create index if not exists "IDX_marketplace_thread_last" on "marketplace_thread" ("last_at" desc)`)
    this.addSql(`create table if not exists "marketplace_dispute" (
      "id" text primary key,
      "number" bigint generated always as identity,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_order_id" text not null references "marketplace_seller_order" ("id"),
      "seller_id" text null references "marketplace_seller" ("id"),
      "opened_by" text not null check ("opened_by" in ('SHOPPER', 'SELLER')),
      "opener_id" text not null,
      "reason" text not null,
      "state" text not null check ("state" in ('OPEN', 'ANSWERED', 'ESCALATED', 'DECIDED', 'CLOSED')),
      "claimed" integer not null check ("claimed" >= 0),
      "lines" jsonb not null,
      "offered" integer null,
      "decision" text null check ("decision" in ('REFUND_FULL', 'REFUND_PART', 'REJECT')),
      "refunded" integer null,
      "statement" text null,
      "opened_at" timestamptz not null,
      "due_at" timestamptz not null,
      "ended_at" timestamptz null,
      "key" text not null unique
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_dispute_open" on "marketplace_dispute" ("seller_order_id") where "ended_at" is null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_dispute_seller" on "marketplace_dispute" ("seller_id", "opened_at" desc)`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_dispute_due" on "marketplace_dispute" ("due_at") where "ended_at" is null`,
    )
    this.addSql(`create table if not exists "marketplace_message" (
      "id" text primary key,
      "key" text not null unique,
      "seller_order_id" text not null references "marketplace_seller_order" ("id"),
      "order_id" text not null,
      "dispute_id" text null references "marketplace_dispute" ("id"),
      "side" text not null check ("side" in ${SIDES}),
      "author_id" text not null,
      "body" text not null,
      "masked" boolean not null,
      "at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_message_of" on "marketplace_message" ("seller_order_id", "at")`,
    )
    this.addSql(`create index if not exists "IDX_marketplace_message_order" on "marketplace_message" ("order_id")`)
    this.addSql(`create table if not exists "marketplace_message_file" (
      "id" text primary key,
      "message_id" text not null references "marketplace_message" ("id") on delete cascade,
      "seller_order_id" text not null,
      "name" text not null,
      "mime" text not null,
      "size" integer not null,
      "bytes" bytea not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_message_file_of" on "marketplace_message_file" ("message_id")`,
    )
    this.addSql(`create table if not exists "marketplace_service_level" (
      "seller_id" text not null references "marketplace_seller" ("id"),
      "day" date not null,
      "figures" jsonb not null,
      "standing" text not null check ("standing" in ('GOOD', 'WARNED', 'SUSPENDABLE')),
      "at" timestamptz not null,
      primary key ("seller_id", "day")
    )`)
  }

  override down(): void {
    for (const table of ["service_level", "message_file", "message", "dispute", "thread"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
