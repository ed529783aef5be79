import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Payouts: terms, runs, payouts with their claims on ledger entries, accounts at the provider, and what the provider told.
 * No bank details: the provider's token, a country and four digits.
 */
export class Migration20261122105001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_payout_terms" (
      "scope" text primary key,
      "schedule" jsonb null,
      "minimum" bigint null check ("minimum" >= 0),
      "hold_days" integer null check ("hold_days" between 0 and 365),
      "presume_days" integer null check ("presume_days" between 1 and 365),
      "reserve_target" bigint null check ("reserve_target" >= 0),
      "paused_reason" text null,
      "updated_at" timestamptz not null,
      "updated_by" text not null
    )`)
    this.addSql(`create table if not exists "marketplace_payout_run" (
      "id" text primary key,
      "business_key" text not null unique,
      "kind" text not null check ("kind" in ('scheduled', 'manual')),
      "day" text not null check ("day" ~ '^\\d{4}-\\d{2}-\\d{2}$'),
      "since_day" text null,
      "seller_id" text null references "marketplace_seller" ("id"),
      "state" text not null check ("state" in ('running', 'done')),
      "cursor" text not null default '',
      "sellers_total" integer not null,
      "sellers_done" integer not null default 0,
      "payouts" integer not null default 0,
      "carried" integer not null default 0,
      "blocked" integer not null default 0,
      "started_by" text not null,
      "started_at" timestamptz not null,
      "finished_at" timestamptz null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_payout_run_at" on "marketplace_payout_run" ("started_at" desc)`,
    )
    this.addSql(`create table if not exists "marketplace_payout_run_note" (
      "run_id" text not null references "marketplace_payout_run" ("id"),
      "seller_id" text not null references "marketplace_seller" ("id"),
      "currency" text not null,
      "outcome" text not null check ("outcome" in ('BLOCKED', 'BELOW_MINIMUM', 'NEGATIVE')),
      "reasons" jsonb not null default '[]',
      "amount" bigint not null,
      primary key ("run_id", "seller_id", "currency")
    )`)
    this.addSql(`create table if not exists "marketplace_payout" (
      "id" text primary key,
      "business_key" text not null unique,
      "run_id" text not null references "marketplace_payout_run" ("id"),
      "seller_id" text not null references "marketplace_seller" ("id"),
      "currency" text not null check ("currency" ~ '^[A-Z]{3}$'),
      "amount" bigint not null check ("amount" > 0),
      "reserve_moved" bigint not null default 0,
      "entries" integer not null,
      "provider" text not null,
      "account_token" text null,
      "last4" text null,
      "state" text not null check ("state" in ('CLAIMED', 'SENDING', 'TO_PAY', 'TRANSFERRED', 'BANKING', 'IN_TRANSIT', 'PAID', 'REFUSED', 'RETURNING', 'RETURNED')),
      "reference" text null,
      "bank_reference" text null,
      "reversal_reference" text null,
      "problem_code" text null,
      "problem" text null,
      "unresolved_since" timestamptz null,
      "attempts" integer not null default 0,
      "next_attempt_at" timestamptz null,
      "created_at" timestamptz not null,
      "transferred_at" timestamptz null,
      "paid_at" timestamptz null,
      "closed_at" timestamptz null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_payout_seller" on "marketplace_payout" ("seller_id", "created_at" desc)`,
    )
    this.addSql(`create index if not exists "IDX_marketplace_payout_run_of" on "marketplace_payout" ("run_id")`)
    this.addSql(
      `create index if not exists "IDX_marketplace_payout_at" on "marketplace_payout" ("created_at" desc, "id" desc)`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_payout_open" on "marketplace_payout" ("next_attempt_at") where "state" in ('CLAIMED', 'SENDING', 'TRANSFERRED', 'BANKING', 'RETURNING')`,
    )
    this.addSql(`create table if not exists "marketplace_payout_claim" (
      "entry_id" bigint not null,
      "payout_id" text not null references "marketplace_payout" ("id"),
      "amount" bigint not null,
      "released_at" timestamptz null,
      primary key ("entry_id", "payout_id")
    )`)
    // The promise of the whole capability: an entry is in one payout at most.
    this.addSql(
      `create unique index if not exists "IDX_marketplace_payout_claim_once" on "marketplace_payout_claim" ("entry_id") where "released_at" is null`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_payout_claim_of" on "marketplace_payout_claim" ("payout_id")`,
    )
    this.addSql(`create table if not exists "marketplace_payout_event" (
      "id" bigint generated always as identity primary key,
      "payout_id" text not null references "marketplace_payout" ("id"),
      "from_state" text null,
      "to_state" text not null,
      "actor" text not null,
      "detail" text null,
      "at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_payout_event_of" on "marketplace_payout_event" ("payout_id", "id")`,
    )
    this.addSql(`create table if not exists "marketplace_payout_account" (
      "seller_id" text primary key references "marketplace_seller" ("id"),
      "provider" text not null,
      "token" text null,
      "bank_token" text null,
      "last4" text null,
      "country" text null,
      "state" text not null check ("state" in ('MISSING', 'ONBOARDING', 'TO_VERIFY', 'RESTRICTED', 'VERIFIED')),
      "requirements" jsonb not null default '[]',
      "reason" text null,
      "told_at" timestamptz null,
      "updated_at" timestamptz not null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_payout_account_token" on "marketplace_payout_account" ("token") where "token" is not null`,
    )
    this.addSql(`create table if not exists "marketplace_provider_event" (
      "id" text primary key,
      "type" text not null,
      "account" text null,
      "object_id" text null,
      "facts" jsonb not null,
      "created_at" timestamptz not null,
      "received_at" timestamptz not null,
      "processed_at" timestamptz null,
      "outcome" text null,
      "attempts" integer not null default 0
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_provider_event_open" on "marketplace_provider_event" ("received_at") where "processed_at" is null`,
    )
    this.addSql(`create table if not exists "marketplace_reconciliation" (
      "id" text primary key,
      "provider" text not null,
      "from_at" timestamptz not null,
      "to_at" timestamptz not null,
      "examined" integer not null,
      "differences" jsonb not null,
      "started_by" text not null,
      "at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_reconciliation_at" on "marketplace_reconciliation" ("at" desc)`,
    )
  }

  override down(): void {
    for (const table of [
      "reconciliation",
      "provider_event",
      "payout_account",
      "payout_event",
      "payout_claim",
      "payout",
      "payout_run_note",
      "payout_run",
      "payout_terms",
    ])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
