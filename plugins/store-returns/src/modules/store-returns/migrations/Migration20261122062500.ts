import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const GRADE = `check ("grade" in ('G1', 'G2', 'G3', 'G4', 'GX'))`

/** Shops, staff, desks, returns, bags, declarations, and the trail of who did what. */
export class Migration20261122062500 extends Migration {
  override up(): void {
    this.#shops()
    this.#returns()
    this.#custody()
    this.#trail()
  }

  #shops(): void {
    this.addSql(`create table if not exists "store_return_shop" (
      "id" text primary key,
      "handle" text not null unique,
      "name" text not null,
      "address" text not null,
      "postal_code" text not null,
      "city" text not null,
      "hours" jsonb not null,
      "sellable_location_id" text not null,
      "quarantine_location_id" text not null,
      "cage_location_id" text not null,
      ${TIMES},
      check ("sellable_location_id" <> "quarantine_location_id" and "quarantine_location_id" <> "cage_location_id" and "sellable_location_id" <> "cage_location_id")
    )`)
    this.addSql(`create table if not exists "store_return_staff" (
      "id" text primary key,
      "shop_id" text not null references "store_return_shop" ("id"),
      "email" text not null unique,
      "name" text not null,
      "role" text not null check ("role" in ('clerk', 'manager')),
      "pin_hash" text not null,
      "pin_failures" integer not null default 0,
      "pin_locked_until" timestamptz null,
      ${TIMES}
    )`)
    this.addSql(`create index if not exists "IDX_store_return_staff_shop" on "store_return_staff" ("shop_id")`)
    this.addSql(`create table if not exists "store_return_desk_session" (
      "id" text primary key,
      "staff_id" text not null references "store_return_staff" ("id"),
      "shop_id" text not null references "store_return_shop" ("id"),
      "token_hash" text not null unique,
      "expires_at" timestamptz not null,
      "ended_at" timestamptz null,
      "found_order_ids" jsonb not null,
      ${TIMES}
    )`)
    this.addSql(
      `create index if not exists "IDX_store_return_desk_session_staff" on "store_return_desk_session" ("staff_id") where "ended_at" is null`,
    )
  }

  #returns(): void {
    this.addSql(`create table if not exists "store_return" (
      "id" text primary key,
      "number" text not null unique,
      "shop_id" text not null references "store_return_shop" ("id"),
      "staff_id" text not null references "store_return_staff" ("id"),
      "clerk_name" text not null,
      "order_id" text not null,
      "order_number" integer not null,
      "currency" text not null,
      "state" text not null check ("state" in ('DRAFT', 'QUOTED', 'AWAITING_APPROVAL', 'REFUSED', 'ACCEPTED', 'REFUNDED', 'DISPOSED', 'EXPIRED')),
      "idempotency_key" text not null,
      "opened_at" timestamptz not null,
      "lease_until" timestamptz not null,
      "goods" integer not null default 0,
      "delivery" integer not null default 0,
      "deduction" integer not null default 0,
      "total" integer not null default 0,
      "deliveries" jsonb not null,
      "approval_reason" text null,
      "approved_by" text null,
      "approved_because" text null,
      "signature" text null,
      "refund_clock_from" timestamptz null,
      "refund_due_at" timestamptz null,
      "accepted_at" timestamptz null,
      "settled_at" timestamptz null,
      "medusa_return_id" text null,
      ${TIMES},
      check ("total" = "goods" - "deduction" + "delivery"),
      unique ("shop_id", "idempotency_key")
    )`)
    // The lease: two desks cannot both have an order open, whatever the code above believes.
    this.addSql(
      `create unique index if not exists "UQ_store_return_open_order" on "store_return" ("order_id") where "state" in ('DRAFT', 'QUOTED', 'AWAITING_APPROVAL')`,
    )
    this.addSql(`create index if not exists "IDX_store_return_order" on "store_return" ("order_id")`)
    this.addSql(`create index if not exists "IDX_store_return_shop" on "store_return" ("shop_id", "opened_at")`)
    this.addSql(
      `create index if not exists "IDX_store_return_unfinished" on "store_return" ("accepted_at") where "state" = 'ACCEPTED'`,
    )
    this.addSql(`create table if not exists "store_return_line" (
      "id" text primary key,
      "store_return_id" text not null references "store_return" ("id"),
      "position" integer not null,
      "order_line_id" text not null,
      "seller_id" text null,
      "trader_name" text not null,
      "variant_id" text not null,
      "title" text not null,
      "image" text null,
      "category_handles" jsonb not null,
      "quantity" integer not null check ("quantity" > 0),
      "basis" text not null check ("basis" in ('WITHDRAWAL', 'CONFORMITY', 'COMMERCIAL')),
      "reason" text not null,
      "grade" text not null ${GRADE},
      "note" text null,
      "photo_id" text null,
      "deduction_percent" integer not null check ("deduction_percent" between 0 and 50),
      "goods" integer not null,
      "deduction" integer not null,
      "refund" integer not null check ("refund" >= 0 and "refund" = "goods" - "deduction"),
      "commission_back" integer null,
      "seller_debit" integer null,
      "bag_code" text null unique,
      "disposition" text null check ("disposition" in ('SELLABLE', 'CAGE', 'MARKDOWN', 'RECYCLE')),
      "disposed_at" timestamptz null,
      ${TIMES},
      check (case when "seller_id" is null then "disposition" is distinct from 'CAGE' else "disposition" is null or "disposition" = 'CAGE' end)
    )`)
    this.addSql(
      `create index if not exists "IDX_store_return_line_return" on "store_return_line" ("store_return_id", "position")`,
    )
    this.addSql(`create index if not exists "IDX_store_return_line_seller" on "store_return_line" ("seller_id")`)
    this.addSql(`create table if not exists "store_return_picture" (
      "id" text primary key,
      "return_id" text not null references "store_return" ("id"),
      "mime" text not null check ("mime" in ('image/jpeg', 'image/png')),
      "base64" text not null check (length("base64") <= 410000),
      "taken_at" timestamptz not null,
      ${TIMES}
    )`)
    this.addSql(`create index if not exists "IDX_store_return_picture_return" on "store_return_picture" ("return_id")`)
  }

  #custody(): void {
    // The second half of the check is the law of the house: a seller's goods never become the retailer's stock.
    this.addSql(`create table if not exists "store_return_custody_unit" (
      "id" text primary key,
      "bag_code" text not null unique,
      "shop_id" text not null references "store_return_shop" ("id"),
      "return_id" text not null references "store_return" ("id"),
      "return_number" text not null,
      "return_line_id" text not null unique references "store_return_line" ("id"),
      "order_id" text not null,
      "order_line_id" text not null,
      "variant_id" text not null,
      "seller_id" text null,
      "owner_name" text not null,
      "title" text not null,
      "quantity" integer not null check ("quantity" > 0),
      "grade" text not null ${GRADE},
      "place" text not null check ("place" in ('quarantine', 'cage', 'sellable', 'markdown', 'recycled')),
      "since" timestamptz not null,
      ${TIMES},
      check (case when "seller_id" is null then "place" <> 'cage' else "place" in ('quarantine', 'cage') end)
    )`)
    this.addSql(
      `create index if not exists "IDX_store_return_custody_place" on "store_return_custody_unit" ("shop_id", "place", "since")`,
    )
    this.addSql(`create table if not exists "store_return_withdrawal" (
      "id" text primary key,
      "order_id" text not null,
      "declared_at" timestamptz not null,
      "refund_due_at" timestamptz not null,
      "lines" jsonb not null,
      ${TIMES}
    )`)
    this.addSql(
      `create index if not exists "IDX_store_return_withdrawal_order" on "store_return_withdrawal" ("order_id", "declared_at")`,
    )
  }

  #trail(): void {
    this.addSql(`create table if not exists "store_return_audit" (
      "shop_id" text not null,
      "sequence" bigint not null,
      "at" timestamptz not null,
      "actor" text not null,
      "role" text not null,
      "action" text not null,
      "subject" text not null,
      "detail" text not null,
      "previous_hash" text not null,
      "hash" text not null,
      primary key ("shop_id", "sequence")
    )`)
    this.addSql(
      `create index if not exists "IDX_store_return_audit_actor" on "store_return_audit" ("actor", "action", "at")`,
    )
    this.addSql(`create or replace function store_return_refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the trail is append-only'; end $$`)
    this.addSql(
      `create trigger "store_return_audit_append_only" before update or delete or truncate on "store_return_audit" for each statement execute function store_return_refuse_change()`,
    )
  }

  override down(): void {
    for (const table of [
      "store_return_audit",
      "store_return_withdrawal",
      "store_return_custody_unit",
      "store_return_picture",
      "store_return_line",
      "store_return",
      "store_return_desk_session",
      "store_return_staff",
      "store_return_shop",
    ])
      this.addSql(`drop table if exists "${table}"`)
    this.addSql(`drop function if exists store_return_refuse_change()`)
  }
}
