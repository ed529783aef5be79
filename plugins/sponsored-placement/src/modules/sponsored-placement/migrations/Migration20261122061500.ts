import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What money depends on. Micros are bigint; the checks are the last guard of every budget, whoever writes. Whatever
 * changes what may be shown raises the version in its own transaction; spending does not, or clicks would queue for it.
 */
export class Migration20261122061500 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "sponsored_advertiser" (
      "id" text primary key,
      "no" integer generated always as identity unique,
      "name" text not null,
      "payer" text not null,
      "brand" text not null unique,
      "currency" text not null default 'EUR',
      "balance_micros" bigint not null default 0 check ("balance_micros" between 0 and 9007199254740991),
      "created_at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "sponsored_brand_member" (
      "id" text primary key,
      "advertiser_id" text not null references "sponsored_advertiser" ("id"),
      "email" text not null unique,
      "first_name" text not null,
      "last_name" text not null,
      "created_at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "sponsored_campaign" (
      "id" text primary key,
      "no" integer generated always as identity unique,
      "advertiser_id" text not null references "sponsored_advertiser" ("id"),
      "name" text not null,
      "state" text not null check ("state" in ('IN_REVIEW', 'ACTIVE', 'PAUSED', 'REJECTED', 'ENDED')),
      "state_reason" text null,
      "daily_budget_micros" bigint not null check ("daily_budget_micros" > 0),
      "lifetime_budget_micros" bigint not null check ("lifetime_budget_micros" > 0),
      "spent_micros" bigint not null default 0,
      "spend_day" date null,
      "spent_day_micros" bigint not null default 0,
      "starts_at" timestamptz not null,
      "ends_at" timestamptz null,
      "created_at" timestamptz not null,
      check ("spent_micros" between 0 and "lifetime_budget_micros"),
      check ("spent_day_micros" between 0 and "daily_budget_micros")
    )`)
    this.addSql(
      `create index if not exists "IDX_sponsored_campaign_advertiser" on "sponsored_campaign" ("advertiser_id", "created_at" desc)`,
    )
    this.addSql(`create table if not exists "sponsored_target" (
      "id" text primary key,
      "campaign_id" text not null references "sponsored_campaign" ("id") on delete cascade,
      "kind" text not null check ("kind" in ('KEYWORD_EXACT', 'KEYWORD_PHRASE', 'KEYWORD_BROAD', 'CATEGORY')),
      "value" text not null,
      "words" text not null,
      "bid_micros" bigint not null check ("bid_micros" > 0),
      unique ("campaign_id", "kind", "words")
    )`)
    this.addSql(`create table if not exists "sponsored_ad" (
      "id" text primary key,
      "no" integer generated always as identity unique,
      "campaign_id" text not null references "sponsored_campaign" ("id") on delete cascade,
      "product_id" text not null,
      "weight_ppm" integer not null check ("weight_ppm" between 1 and 1000000),
      unique ("campaign_id", "product_id")
    )`)
    this.addSql(`create table if not exists "sponsored_click" (
      "charge_key" text primary key,
      "auction_id" text not null,
      "slot" integer not null,
      "ad_id" text not null,
      "campaign_id" text not null references "sponsored_campaign" ("id"),
      "advertiser_id" text not null references "sponsored_advertiser" ("id"),
      "target_id" text not null,
      "product_id" text not null,
      "price_micros" bigint not null check ("price_micros" > 0),
      "charged" boolean not null,
      "reason" text null,
      "session_hash" text null,
      "day" date not null,
      "at" timestamptz not null,
      check ("charged" = ("reason" is null))
    )`)
    this.addSql(
      `create index if not exists "IDX_sponsored_click_campaign" on "sponsored_click" ("campaign_id", "day") include ("price_micros", "charged")`,
    )
    this.addSql(
      `create index if not exists "IDX_sponsored_click_session" on "sponsored_click" ("session_hash", "ad_id", "at") where "session_hash" is not null`,
    )
    this.addSql(`create table if not exists "sponsored_settings" (
      "id" text primary key check ("id" = 'retailer'),
      "floor_micros" bigint not null check ("floor_micros" > 0),
      "search_slots" integer[] not null,
      "category_slots" integer[] not null,
      "max_per_brand" integer not null check ("max_per_brand" between 1 and 40),
      "min_relevance_ppm" integer not null check ("min_relevance_ppm" between 0 and 1000000)
    )`)
    this.addSql(
      `insert into "sponsored_settings" values ('retailer', 50000, '{0,5,11}', '{0,6}', 1, 300000) on conflict do nothing`,
    )
    this.addSql(
      `create table if not exists "sponsored_version" ("id" integer primary key check ("id" = 1), "n" bigint not null)`,
    )
    this.addSql(`insert into "sponsored_version" values (1, 1) on conflict do nothing`)
    this.addSql(`create or replace function sponsored_raise_version() returns trigger language plpgsql as $$
      begin update sponsored_version set n = n + 1 where id = 1; return null; end $$`)
    const columns = {
      sponsored_campaign: "state, daily_budget_micros, lifetime_budget_micros, starts_at, ends_at",
      sponsored_target: "kind, words, bid_micros",
      sponsored_ad: "product_id, weight_ppm",
      sponsored_settings: "floor_micros, search_slots, category_slots, max_per_brand, min_relevance_ppm",
      sponsored_advertiser: "name, payer, brand",
    }
    for (const [table, names] of Object.entries(columns))
      this.addSql(
        `create or replace trigger "${table}_version" after insert or delete or update of ${names} on "${table}" for each statement execute function sponsored_raise_version()`,
      )
  }

  override down(): void {
    for (const table of ["click", "ad", "target", "campaign", "brand_member", "advertiser", "settings", "version"])
      this.addSql(`drop table if exists "sponsored_${table}"`)
    this.addSql(`drop function if exists sponsored_raise_version()`)
  }
}
