import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A seller's own programs: keys of its API, and endpoints that are told what happened. */
export class Migration20261122107003 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_api_key" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "name" text not null,
      "prefix" text not null,
      "hash" text not null unique,
      "scopes" text[] not null,
      "created_by" text not null,
      "created_at" timestamptz not null,
      "expires_at" timestamptz null,
      "last_used_at" timestamptz null,
      "revoked_at" timestamptz null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_api_key_seller" on "marketplace_api_key" ("seller_id", "created_at")`,
    )
    this.addSql(`create table if not exists "marketplace_webhook_endpoint" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "url" text not null,
      "events" text[] not null,
      "secret" text not null,
      "previous_secret" text null,
      "previous_until" timestamptz null,
      "state" text not null check ("state" in ('active', 'disabled', 'removed')),
      "disabled_reason" text null,
      "failures" integer not null default 0,
      "created_by" text not null,
      "created_at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_webhook_endpoint_seller" on "marketplace_webhook_endpoint" ("seller_id")`,
    )
    this.addSql(`create table if not exists "marketplace_webhook_event" (
      "id" text primary key,
      "key" text not null unique,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "type" text not null,
      "data" jsonb not null,
      "occurred_at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "marketplace_webhook_delivery" (
      "id" text primary key,
      "event_id" text not null references "marketplace_webhook_event" ("id"),
      "endpoint_id" text not null references "marketplace_webhook_endpoint" ("id"),
      "state" text not null check ("state" in ('waiting', 'sending', 'delivered', 'dead')),
      "attempts" integer not null default 0,
      "next_attempt_at" timestamptz not null,
      "claimed_at" timestamptz null,
      "settled_at" timestamptz null,
      "created_at" timestamptz not null,
      unique ("event_id", "endpoint_id")
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_webhook_delivery_due" on "marketplace_webhook_delivery" ("next_attempt_at") where "state" in ('waiting', 'sending')`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_webhook_delivery_of" on "marketplace_webhook_delivery" ("endpoint_id", "created_at")`,
    )
    this.addSql(`create table if not exists "marketplace_webhook_attempt" (
      "id" bigint generated always as identity primary key,
      "delivery_id" text not null references "marketplace_webhook_delivery" ("id"),
      "at" timestamptz not null,
      "status" integer null,
      "took_ms" integer not null,
      "excerpt" text null,
      "error" text null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_webhook_attempt_of" on "marketplace_webhook_attempt" ("delivery_id", "id")`,
    )
  }

  override down(): void {
    for (const table of ["webhook_attempt", "webhook_delivery", "webhook_event", "webhook_endpoint", "api_key"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
