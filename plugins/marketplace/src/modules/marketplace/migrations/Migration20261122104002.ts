import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Commission rules with every condition of the list, their history, commission lines that keep the whole snapshot, and the
 * VAT of every sale by line. What was booked before keeps its figures: no VAT was split from it, none is reversed.
 */
export class Migration20261122104002 extends Migration {
  override up(): void {
    for (const column of [
      `"product_id" text null`,
      `"condition" text null`,
      `"channel" text null`,
      `"currency" text not null default 'EUR' check ("currency" ~ '^[A-Z]{3}$')`,
      `"effective_from" timestamptz null`,
      `"effective_until" timestamptz null`,
      `"minimum" integer null check ("minimum" >= 0)`,
      `"maximum" integer null check ("maximum" >= 0)`,
      `"base_vat" text not null default 'with' check ("base_vat" in ('with', 'without'))`,
      `"base_shipping" boolean not null default false`,
      `"vat_mode" text not null default 'included' check ("vat_mode" in ('included', 'added'))`,
    ])
      this.addSql(`alter table "marketplace_commission_rule" add column if not exists ${column}`)
    this.addSql(`create table if not exists "marketplace_commission_rule_change" (
      "id" bigint generated always as identity primary key,
      "rule_id" text not null,
      "rule_name" text not null,
      "action" text not null check ("action" in ('created', 'updated', 'moved', 'deleted')),
      "actor" text not null,
      "at" timestamptz not null,
      "before" jsonb null,
      "after" jsonb null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_commission_rule_change_rule" on "marketplace_commission_rule_change" ("rule_id", "id")`,
    )
    for (const column of [
      `"gross" integer null`,
      `"shipping_gross" integer not null default 0`,
      `"vat" integer not null default 0`,
      `"vat_rate_bps" integer not null default 0`,
      `"vat_treatment" text null`,
      `"tax_code" text null`,
      `"terms" jsonb null`,
    ])
      this.addSql(`alter table "marketplace_commission_line" add column if not exists ${column}`)
    this.addSql(
      `create index if not exists "IDX_marketplace_commission_line_line" on "marketplace_commission_line" ("line_id")`,
    )
    for (const column of [
      `"commission_vat_back" integer not null default 0`,
      `"commission_tax_code" text null`,
      `"sale_vat_back" integer not null default 0`,
      `"sale_tax_code" text null`,
    ])
      this.addSql(`alter table "marketplace_refund_share" add column if not exists ${column}`)
    this.addSql(`create table if not exists "marketplace_tax_line" (
      "id" text primary key,
      "order_id" text not null references "marketplace_placed_order" ("order_id"),
      "seller_id" text null references "marketplace_seller" ("id"),
      "line_id" text null references "marketplace_seller_order_line" ("line_id"),
      "rate_bps" integer not null,
      "gross" integer not null,
      "vat" integer not null,
      "accountable" text not null check ("accountable" in ('retailer', 'seller', 'platform', 'importer')),
      "tax_code" text not null,
      "reverses" text null references "marketplace_tax_line" ("id"),
      "cause_key" text not null,
      "occurred_at" timestamptz not null,
      check (("reverses" is null and "gross" >= 0 and "vat" >= 0) or ("reverses" is not null and "gross" <= 0 and "vat" <= 0))
    )`)
    this.addSql(`create index if not exists "IDX_marketplace_tax_line_order" on "marketplace_tax_line" ("order_id")`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_tax_line_once" on "marketplace_tax_line" ("order_id", (coalesce("seller_id", '')), (coalesce("line_id", '')), "cause_key")`,
    )
    for (const table of ["tax_line", "commission_rule_change"])
      this.addSql(
        `create or replace trigger "marketplace_${table}_append_only" before update or delete on "marketplace_${table}" for each statement execute function marketplace_refuse_change()`,
      )
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_tax_line"`)
    this.addSql(`drop table if exists "marketplace_commission_rule_change"`)
  }
}
