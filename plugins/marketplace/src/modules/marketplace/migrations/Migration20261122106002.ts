import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Runs that close a month, what the issuer says about itself, and the yearly report on sellers (DAC7). */
export class Migration20261122106002 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_billing_run" (
      "id" text primary key,
      "month" text not null check ("month" ~ '^[0-9]{4}-[0-9]{2}$'),
      "state" text not null check ("state" in ('running', 'done', 'dead')),
      "started_by" text not null,
      "started_at" timestamptz not null,
      "heartbeat_at" timestamptz not null default now(),
      "finished_at" timestamptz null,
      "accounts_total" integer not null default 0,
      "accounts_done" integer not null default 0,
      "documents" integer not null default 0,
      "failures" jsonb not null default '[]'
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_billing_run_one" on "marketplace_billing_run" ("state") where "state" = 'running'`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_billing_run_month" on "marketplace_billing_run" ("month", "state")`,
    )
    this.addSql(`create table if not exists "marketplace_billing_settings" (
      "id" text primary key check ("id" = 'settings'),
      "legal_note" text null,
      "automatic" boolean not null default true
    )`)
    this.addSql(`create table if not exists "marketplace_dac7_reminder" (
      "id" text primary key,
      "seller_id" text not null references "marketplace_seller" ("id"),
      "missing" jsonb not null,
      "round" integer not null check ("round" > 0),
      "sent_at" timestamptz not null,
      "answered_at" timestamptz null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_dac7_reminder_seller" on "marketplace_dac7_reminder" ("seller_id", "sent_at")`,
    )
    this.addSql(
      `create unique index if not exists "IDX_marketplace_dac7_reminder_round" on "marketplace_dac7_reminder" ("seller_id", "round") where "answered_at" is null`,
    )
    this.addSql(`create table if not exists "marketplace_dac7_report" (
      "id" text primary key,
      "year" integer not null,
      "version" integer not null,
      "message_ref" text not null unique,
      "made_by" text not null,
      "made_at" timestamptz not null,
      "sellers" integer not null,
      "excluded" integer not null,
      "xml" text not null,
      "sha256" text not null,
      "rows" jsonb not null,
      "copies_sent_at" timestamptz null,
      unique ("year", "version")
    )`)
  }

  override down(): void {
    for (const table of ["dac7_report", "dac7_reminder", "billing_settings", "billing_run"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
