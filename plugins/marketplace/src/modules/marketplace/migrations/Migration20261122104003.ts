import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Plans and who is on which, fees of every kind, what the house's own units owe each other. */
export class Migration20261122104003 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_plan" (
      "id" text primary key,
      "name" text not null,
      "monthly_price" integer not null check ("monthly_price" >= 0),
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "free_from" text null check ("free_from" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      "free_until" text null check ("free_until" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      "active" boolean not null default true,
      "created_at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "marketplace_seller_plan" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "plan_id" text not null references "marketplace_plan" ("id"),
      "plan_name" text not null,
      "monthly_price" integer not null check ("monthly_price" >= 0),
      "currency" text not null,
      "from_day" text not null check ("from_day" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      "until_day" text null check ("until_day" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      "free_from" text null,
      "free_until" text null,
      "actor" text not null,
      "created_at" timestamptz not null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_seller_plan_open" on "marketplace_seller_plan" ("seller_id") where "until_day" is null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_plan_seller" on "marketplace_seller_plan" ("seller_id", "from_day")`,
    )
    this.addSql(`create table if not exists "marketplace_fee" (
      "id" text primary key,
      "seq" bigint generated always as identity,
      "business_key" text not null unique,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "kind" text not null check ("kind" in ('subscription', 'penalty', 'service', 'handling', 'credit')),
      "net" integer not null,
      "vat" integer not null,
      "vat_rate_bps" integer not null,
      "vat_treatment" text not null,
      "tax_code" text not null,
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "reason" text not null,
      "note" jsonb not null,
      "order_id" text null,
      "reverses" text null unique references "marketplace_fee" ("id"),
      "actor" text not null,
      "occurred_at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_fee_seller" on "marketplace_fee" ("seller_id", "occurred_at")`,
    )
    this.addSql(
      `create or replace trigger "marketplace_fee_append_only" before update or delete on "marketplace_fee" for each statement execute function marketplace_refuse_change()`,
    )
    this.addSql(`create table if not exists "marketplace_subscription_run" (
      "seller_id" text not null references "marketplace_seller" ("id"),
      "month" text not null check ("month" ~ '^[0-9]{4}-[0-9]{2}$'),
      "billed_at" timestamptz not null,
      primary key ("seller_id", "month")
    )`)
    this.addSql(`create table if not exists "marketplace_fee_settings" (
      "id" text primary key check ("id" = 'house'),
      "handling_net" integer not null default 0 check ("handling_net" >= 0),
      "handling_currency" text not null default 'EUR' check ("handling_currency" ~ '^[A-Z]{3}$')
    )`)
    this.addSql(`create table if not exists "marketplace_unit_terms" (
      "unit_id" text primary key,
      "postal_prefixes" jsonb not null default '[]',
      "catchment_bps" integer not null default 0 check ("catchment_bps" between 0 and 10000),
      "pickup_bps" integer not null default 0 check ("pickup_bps" between 0 and 10000)
    )`)
  }

  override down(): void {
    for (const table of ["unit_terms", "fee_settings", "subscription_run", "fee", "seller_plan", "plan"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
