import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Catalogue in depth: gates, proposals, merge and split, buy box settings and shares, imports started in the portal. */
export class Migration20261122102001 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "marketplace_product_sheet" add column if not exists "held_by" text[] not null default '{}', add column if not exists "part_number" text null, add column if not exists "variant_words" jsonb not null default '{}'`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_product_sheet_held" on "marketplace_product_sheet" ("product_id") where "held_by" <> '{}'`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_product_sheet_part" on "marketplace_product_sheet" (lower("part_number")) where "part_number" is not null`,
    )
    this.addSql(
      `alter table "marketplace_offer" add column if not exists "held_by" text[] not null default '{}', add column if not exists "run_id" text null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_offer_seller_newest" on "marketplace_offer" ("seller_id", "created_at" desc, "id" desc) where "deleted_at" is null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_offer_run" on "marketplace_offer" ("run_id") where "run_id" is not null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_offer_variant" on "marketplace_offer" ("catalogue_variant_id")`,
    )
    this.addSql(
      `alter table "marketplace_offer_price" add column if not exists "applied" boolean not null default true`,
    )

    this.addSql(`alter table "marketplace_import_run" drop constraint if exists "marketplace_import_run_state_check"`)
    this.addSql(
      `alter table "marketplace_import_run" add constraint "marketplace_import_run_state_check" check ("state" in ('waiting', 'running', 'cancelling', 'cancelled', 'done', 'failed'))`,
    )
    this.addSql(
      `alter table "marketplace_import_run"
        add column if not exists "proposed" integer not null default 0,
        add column if not exists "worked" integer not null default 0,
        add column if not exists "upload_id" text null,
        add column if not exists "path" text null,
        add column if not exists "mapping" jsonb null,
        add column if not exists "options" jsonb not null default '{}',
        add column if not exists "actor" text null,
        add column if not exists "fault" text null,
        add column if not exists "worked_since" timestamptz null,
        add column if not exists "beat_at" timestamptz null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_import_run_open" on "marketplace_import_run" ("state") where "state" in ('waiting', 'running', 'cancelling')`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_import_run_seller" on "marketplace_import_run" ("seller_id", "started_at" desc)`,
    )
    this.addSql(`create table if not exists "marketplace_import_upload" (
      "id" text primary key,
      "seller_id" text null references "marketplace_seller" ("id"),
      "file" text not null,
      "path" text not null,
      "size" integer not null,
      "file_hash" text not null,
      "format" text not null check ("format" in ('csv', 'xlsx', 'json')),
      "encoding" text not null,
      "columns" jsonb not null,
      "sample" jsonb not null,
      "total" integer not null,
      "actor" text not null,
      "at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "marketplace_import_mapping" (
      "id" text primary key,
      "seller_id" text null references "marketplace_seller" ("id"),
      "name" text not null,
      "fields" jsonb not null,
      "at" timestamptz not null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_import_mapping_name" on "marketplace_import_mapping" ((coalesce("seller_id", '')), "name")`,
    )

    this.addSql(`create table if not exists "marketplace_proposal" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "sku" text not null,
      "gtin" text null,
      "state" text not null check ("state" in ('open', 'accepted', 'linked', 'rejected')),
      "article" jsonb not null,
      "offer" jsonb not null,
      "candidates" jsonb not null default '[]',
      "run_id" text null,
      "product_id" text null,
      "offer_id" text null,
      "reason" text null,
      "decided_by" text null,
      "proposed_at" timestamptz not null,
      "decided_at" timestamptz null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_proposal_open" on "marketplace_proposal" ("seller_id", "sku") where "state" = 'open'`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_proposal_state" on "marketplace_proposal" ("state", "proposed_at" desc)`,
    )

    this.addSql(`create table if not exists "marketplace_catalogue_event" (
      "id" text primary key,
      "kind" text not null,
      "product_id" text not null,
      "other_id" text null,
      "actor" text not null,
      "reason" text null,
      "detail" jsonb not null default '{}',
      "undone_at" timestamptz null,
      "at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_catalogue_event_product" on "marketplace_catalogue_event" ("product_id", "at" desc)`,
    )
    this.addSql(`create table if not exists "marketplace_product_redirect" (
      "handle" text primary key,
      "product_id" text not null,
      "at" timestamptz not null
    )`)

    this.addSql(`create table if not exists "marketplace_catalogue_setting" (
      "key" text primary key,
      "value" jsonb not null,
      "actor" text not null,
      "at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "marketplace_buy_box_share" (
      "day" date not null,
      "strategy" text not null,
      "boxes" integer not null,
      "contested" integer not null,
      "retailer_boxes" integer not null,
      "retailer_contested" integer not null,
      "at" timestamptz not null,
      ${TIMES},
      primary key ("day", "strategy")
    )`)
  }

  override down(): void {
    for (const table of [
      "buy_box_share",
      "catalogue_setting",
      "product_redirect",
      "catalogue_event",
      "proposal",
      "import_mapping",
      "import_upload",
    ])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
