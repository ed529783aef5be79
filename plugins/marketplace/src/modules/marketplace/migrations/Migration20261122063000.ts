import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = ["commission_line", "refund_share", "payment_share"]

/** What a sale leaves behind: seller orders, parcels, commission, shares of the payment and of each refund. */
export class Migration20261122063000 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_checkout" (
      "cart_id" text primary key,
      "order_id" text null,
      "started_at" timestamptz not null,
      "finished_at" timestamptz null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_checkout_open" on "marketplace_checkout" ("started_at") where "finished_at" is null`,
    )
    this.addSql(`create table if not exists "marketplace_placed_order" (
      "order_id" text primary key,
      "cart_id" text null unique,
      "number" integer not null,
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "total" integer not null check ("total" >= 0),
      "email" text not null,
      "customer_id" text null,
      "customer_name" text not null,
      "placed_at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_placed_order_number" on "marketplace_placed_order" ("number")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_placed_order_customer" on "marketplace_placed_order" ("customer_id", "placed_at")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_placed_order_at" on "marketplace_placed_order" ("placed_at")`,
    )
    this.addSql(`create table if not exists "marketplace_seller_order" (
      "id" text primary key,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_id" text null references "marketplace_seller" ("id"),
      "state" text not null check ("state" in ('TO_ACCEPT', 'ACCEPTED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'REFUSED')),
      "accepted_at" timestamptz null,
      "shipping_option_id" text null,
      "delivery_name" text not null,
      "delivery_total" integer not null check ("delivery_total" >= 0),
      "items_total" integer not null check ("items_total" >= 0),
      "promised_by" timestamptz not null,
      "placed_at" timestamptz not null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_seller_order_of" on "marketplace_seller_order" ("order_id", (coalesce("seller_id", '')))`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_seller" on "marketplace_seller_order" ("seller_id", "placed_at")`,
    )
    this.addSql(`create table if not exists "marketplace_seller_order_line" (
      "line_id" text primary key,
      "seller_order_id" text not null references "marketplace_seller_order" ("id"),
      "order_id" text not null,
      "product_id" text not null,
      "variant_id" text not null,
      "catalogue_product_id" text not null,
      "catalogue_variant_id" text not null,
      "product_handle" text null,
      "title" text not null,
      "variant_title" text null,
      "sku" text null,
      "gtin" text null,
      "image" text null,
      "brand" text null,
      "category_handles" jsonb not null,
      "quantity" integer not null check ("quantity" > 0),
      "unit_price" integer not null check ("unit_price" >= 0),
      "total" integer not null check ("total" >= 0)
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_line_of" on "marketplace_seller_order_line" ("seller_order_id")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_line_order" on "marketplace_seller_order_line" ("order_id")`,
    )
    this.addSql(`create table if not exists "marketplace_parcel" (
      "id" text primary key,
      "seller_order_id" text not null references "marketplace_seller_order" ("id"),
      "order_id" text not null,
      "state" text not null check ("state" in ('preparing', 'shipped', 'delivered')),
      "fulfillment_id" text null unique,
      "carrier" text not null,
      "tracking_number" text not null,
      "prepared_at" timestamptz not null,
      "shipped_at" timestamptz null,
      "delivered_at" timestamptz null
    )`)
    this.addSql(`create index if not exists "IDX_marketplace_parcel_of" on "marketplace_parcel" ("seller_order_id")`)
    this.addSql(
      `create index if not exists "IDX_marketplace_parcel_open" on "marketplace_parcel" ("prepared_at") where "state" = 'preparing'`,
    )
    this.addSql(`create table if not exists "marketplace_parcel_line" (
      "parcel_id" text not null references "marketplace_parcel" ("id") on delete cascade,
      "line_id" text not null references "marketplace_seller_order_line" ("line_id"),
      "quantity" integer not null check ("quantity" > 0),
      primary key ("parcel_id", "line_id")
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_parcel_line_line" on "marketplace_parcel_line" ("line_id")`,
    )
    this.addSql(`create table if not exists "marketplace_payment_share" (
      "id" text primary key,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_id" text null references "marketplace_seller" ("id"),
      "amount" integer not null check ("amount" >= 0)
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_payment_share_of" on "marketplace_payment_share" ("order_id", (coalesce("seller_id", '')))`,
    )
    this.addSql(`create table if not exists "marketplace_commission_rule" (
      "id" text primary key,
      "name" text not null,
      "position" integer not null,
      "active" boolean not null default true,
      "category_handle" text null,
      "seller_id" text null,
      "brand" text null,
      "min_price" integer null check ("min_price" >= 0),
      "rate_bps" integer not null check ("rate_bps" between 0 and 10000),
      "fixed" integer not null default 0 check ("fixed" >= 0)
    )`)
    this.addSql(`create table if not exists "marketplace_commission_line" (
      "id" text primary key,
      "seq" bigint generated always as identity,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_id" text not null references "marketplace_seller" ("id"),
      "line_id" text not null references "marketplace_seller_order_line" ("line_id"),
      "rule_id" text not null,
      "rule_name" text not null,
      "rate_bps" integer not null,
      "fixed" integer not null,
      "base" integer not null,
      "amount" integer not null,
      "reverses" text null references "marketplace_commission_line" ("id"),
      "cause_key" text not null,
      "occurred_at" timestamptz not null,
      check (("reverses" is null and "base" >= 0 and "amount" >= 0) or ("reverses" is not null and "base" <= 0 and "amount" <= 0)),
      unique ("line_id", "cause_key")
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_commission_line_charge" on "marketplace_commission_line" ("line_id") where "reverses" is null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_commission_line_order" on "marketplace_commission_line" ("order_id")`,
    )
    this.addSql(`create table if not exists "marketplace_refund_share" (
      "id" text primary key,
      "key" text not null,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_id" text null references "marketplace_seller" ("id"),
      "line_id" text null references "marketplace_seller_order_line" ("line_id"),
      "quantity" integer not null check ("quantity" >= 0),
      "amount" integer not null check ("amount" >= 0),
      "commission_back" integer not null check ("commission_back" >= 0),
      "label" text not null,
      "occurred_at" timestamptz not null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_refund_share_key" on "marketplace_refund_share" ("key", (coalesce("seller_id", '')), (coalesce("line_id", '')))`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_refund_share_order" on "marketplace_refund_share" ("order_id")`,
    )
    this.addSql(`create or replace function marketplace_refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only: write a new row that reverses it', tg_table_name; end $$`)
    for (const table of APPEND_ONLY)
      this.addSql(
        `create trigger "marketplace_${table}_append_only" before update or delete on "marketplace_${table}" for each statement execute function marketplace_refuse_change()`,
      )
  }

  override down(): void {
    for (const table of [
      "refund_share",
      "commission_line",
      "commission_rule",
      "payment_share",
      "parcel_line",
      "parcel",
      "seller_order_line",
      "seller_order",
      "placed_order",
      "checkout",
    ])
      this.addSql(`drop table if exists "marketplace_${table}"`)
    this.addSql(`drop function if exists marketplace_refuse_change()`)
  }
}
