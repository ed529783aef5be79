import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Sellers, offers, price history, catalogue sheets, import runs. */
export class Migration20261122061000 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_retailer" (
      "id" text primary key check ("id" = 'retailer'),
      "handle" text not null,
      "name" text not null,
      "trader" jsonb not null,
      "setup" jsonb not null,
      ${TIMES}
    )`)
    this.addSql(`create table if not exists "marketplace_seller" (
      "id" text primary key,
      "handle" text not null,
      "name" text not null,
      "state" text not null check ("state" in ('applied', 'active', 'suspended', 'rejected', 'closed')),
      "state_reason" text null,
      "legal_name" text not null,
      "street" text not null,
      "postal_code" text not null,
      "city" text not null,
      "country_code" text not null check ("country_code" ~ '^[a-z]{2}$'),
      "email" text not null,
      "phone" text not null,
      "registration_number" text not null,
      "vat_number" text null,
      "eu_responsible" text null,
      "self_certified" boolean not null,
      "accepts_shop_returns" boolean not null,
      "terms_accepted_at" timestamptz null,
      "applied_at" timestamptz not null,
      "state_changed_at" timestamptz not null,
      "stock_location_id" text null,
      "shipping_profile_id" text null,
      "fulfillment_set_id" text null,
      "service_zone_id" text null,
      ${TIMES}
    )`)
    this.addSql(`create unique index if not exists "IDX_marketplace_seller_handle" on "marketplace_seller" ("handle")`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_seller_registration" on "marketplace_seller" ("country_code", "registration_number") where "state" <> 'rejected'`,
    )
    this.addSql(`create table if not exists "marketplace_seller_member" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "email" text not null,
      "name" text not null,
      "role" text not null default 'owner' check ("role" in ('owner', 'catalogue', 'orders', 'finance', 'read_only')),
      ${TIMES}
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_seller_member_email" on "marketplace_seller_member" ("email") where "deleted_at" is null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_member_seller" on "marketplace_seller_member" ("seller_id")`,
    )
    this.addSql(`create table if not exists "marketplace_seller_event" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "from_state" text null,
      "to_state" text not null,
      "actor" text not null,
      "reason" text null,
      "at" timestamptz not null,
      ${TIMES}
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_seller_event_seller" on "marketplace_seller_event" ("seller_id", "at")`,
    )
    this.addSql(`create table if not exists "marketplace_offer" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "sku" text not null,
      "gtin" text not null,
      "catalogue_product_id" text not null,
      "catalogue_variant_id" text not null,
      "product_id" text not null unique,
      "variant_id" text not null unique,
      "inventory_item_id" text not null,
      "condition" text not null check ("condition" in ('NEW', 'REFURBISHED', 'USED_LIKE_NEW', 'USED_GOOD')),
      "state" text not null check ("state" in ('draft', 'pending', 'active', 'paused', 'closed')),
      "price" integer not null check ("price" > 0),
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "lead_time_days" integer not null check ("lead_time_days" >= 0),
      ${TIMES}
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_offer_sku" on "marketplace_offer" ("seller_id", "sku")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_offer_catalogue" on "marketplace_offer" ("catalogue_product_id")`,
    )
    this.addSql(`create index if not exists "IDX_marketplace_offer_item" on "marketplace_offer" ("inventory_item_id")`)
    this.addSql(`create table if not exists "marketplace_offer_price" (
      "id" text primary key,
      "subject_id" text not null,
      "price" integer not null check ("price" > 0),
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "valid_from" timestamptz not null,
      ${TIMES}
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_offer_price_subject" on "marketplace_offer_price" ("subject_id", "valid_from")`,
    )
    this.addSql(`create table if not exists "marketplace_product_sheet" (
      "product_id" text primary key,
      "owner_seller_id" text null references "marketplace_seller" ("id"),
      "catalogue_product_id" text null,
      "catalogue_variant_id" text null,
      "brand" text null,
      "i18n" jsonb not null default '{}',
      "attributes" jsonb not null default '[]',
      "safety" jsonb null,
      "guarantee_months" integer not null default 24,
      "released_at" timestamptz null,
      "source" text null,
      "source_key" text null,
      "content_hash" text null,
      ${TIMES},
      check (("owner_seller_id" is null) = ("catalogue_product_id" is null))
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_product_sheet_source" on "marketplace_product_sheet" ("source", "source_key") where "source" is not null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_product_sheet_catalogue" on "marketplace_product_sheet" ("catalogue_product_id") where "catalogue_product_id" is not null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_product_sheet_owner" on "marketplace_product_sheet" ("owner_seller_id") where "owner_seller_id" is not null`,
    )
    this.addSql(`create table if not exists "marketplace_gtin" (
      "gtin" text primary key check ("gtin" ~ '^([0-9]{13}|[1-9][0-9]{13})$'),
      "product_id" text not null,
      "variant_id" text not null,
      ${TIMES}
    )`)
    this.addSql(`create index if not exists "IDX_marketplace_gtin_product" on "marketplace_gtin" ("product_id")`)
    this.addSql(`create table if not exists "marketplace_import_run" (
      "id" text primary key,
      "seller_id" text null references "marketplace_seller" ("id"),
      "file" text not null,
      "file_hash" text not null,
      "format" text not null,
      "state" text not null check ("state" in ('running', 'done', 'failed')),
      "dry_run" boolean not null,
      "line" integer not null default 0,
      "total" integer not null default 0,
      "done" integer not null default 0,
      "created" integer not null default 0,
      "updated" integer not null default 0,
      "unchanged" integer not null default 0,
      "failed" integer not null default 0,
      "started_at" timestamptz not null,
      "finished_at" timestamptz null,
      ${TIMES}
    )`)
    this.addSql(`create table if not exists "marketplace_import_problem" (
      "id" text primary key,
      "run_id" text not null references "marketplace_import_run" ("id"),
      "line" integer not null,
      "source_key" text null,
      "level" text not null check ("level" in ('error', 'warning')),
      "code" text not null,
      "message" text not null,
      ${TIMES}
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_import_problem_run" on "marketplace_import_problem" ("run_id", "line")`,
    )
  }

  override down(): void {
    for (const table of [
      "import_problem",
      "import_run",
      "gtin",
      "product_sheet",
      "offer_price",
      "offer",
      "seller_event",
      "seller_member",
      "seller",
      "retailer",
    ])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
