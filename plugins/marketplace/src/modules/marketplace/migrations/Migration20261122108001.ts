import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the boards measure and nobody else writes down: stock by the hour, pages looked at by the day, targets. */
export class Migration20261122108001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_stock_hour" (
      "hour" timestamptz not null,
      "seller_id" text not null,
      "active" integer not null check ("active" >= 0),
      "stocked" integer not null check ("stocked" between 0 and "active"),
      primary key ("hour", "seller_id")
    )`)
    this.addSql(`create table if not exists "marketplace_stock_gap" (
      "variant_id" text not null,
      "since" timestamptz not null,
      "until" timestamptz null,
      "seller_id" text not null,
      "product_id" text not null,
      "hours" integer not null default 1 check ("hours" >= 1),
      primary key ("variant_id", "since")
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_stock_gap_open" on "marketplace_stock_gap" ("variant_id") where "until" is null`,
    )
    this.addSql(`create index if not exists "IDX_marketplace_stock_gap_until" on "marketplace_stock_gap" ("until")`)
    this.addSql(`create table if not exists "marketplace_page_day" (
      "day" text not null,
      "kind" text not null check ("kind" in ('home', 'search', 'category', 'product', 'seller', 'other')),
      "locale" text not null check ("locale" in ('fr', 'en')),
      "pages" bigint not null default 0,
      "sessions" bigint not null default 0,
      primary key ("day", "kind", "locale")
    )`)
    this.addSql(`create table if not exists "marketplace_product_page_day" (
      "day" text not null,
      "product_id" text not null,
      "pages" bigint not null default 0,
      primary key ("day", "product_id")
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_product_page_day_product" on "marketplace_product_page_day" ("product_id", "day")`,
    )
    this.addSql(`create table if not exists "marketplace_figure_target" (
      "code" text primary key,
      "value" double precision not null,
      "set_by" text not null,
      "set_at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_order_promised" on "marketplace_seller_order" ("promised_by")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_refund_share_at" on "marketplace_refund_share" ("occurred_at")`,
    )
  }

  override down(): void {
    for (const table of ["figure_target", "product_page_day", "page_day", "stock_gap", "stock_hour"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
