import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STATES = ["invited", "applied", "documents", "in_review", "active", "suspended", "rejected", "closed"]
const stateCheck = (states: readonly string[]): string =>
  `alter table "marketplace_seller" add constraint "marketplace_seller_state_check" check ("state" in (${states.map((state) => `'${state}'`).join(", ")}))`

const TABLES = [
  `"marketplace_requirement" (
    "id" text primary key,
    "code" text not null unique,
    "kind" text not null check ("kind" in ('document', 'tax_id', 'vat_number', 'epr', 'bank_account', 'shop_returns')),
    "audience" text not null check ("audience" in ('any', 'fr', 'eu', 'outside_eu')),
    "legal_form" text null check ("legal_form" in ('company', 'sole_trader', 'association')),
    "stream" text null,
    "label" jsonb not null,
    "help" jsonb not null default '{}',
    "mandatory" boolean not null,
    "needs_expiry" boolean not null default false,
    "position" integer not null,
    "binding_from" timestamptz not null,
    "created_at" timestamptz not null,
    "retired_at" timestamptz null,
    check (("kind" = 'epr') = ("stream" is not null))
  )`,
  `"marketplace_private_file" (
    "id" text primary key,
    "mime" text not null,
    "size" integer not null check ("size" > 0),
    "sha256" text not null,
    "content" bytea not null,
    "created_at" timestamptz not null
  )`,
  `"marketplace_seller_document" (
    "id" text primary key,
    "seller_id" text not null references "marketplace_seller" ("id"),
    "requirement_id" text not null references "marketplace_requirement" ("id"),
    "file_id" text null references "marketplace_private_file" ("id") on delete set null,
    "file_name" text not null,
    "state" text not null check ("state" in ('handed_in', 'accepted', 'rejected', 'replaced')),
    "reason" text null,
    "expires_on" text null check ("expires_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    "handed_in_at" timestamptz not null,
    "handed_in_by" text not null,
    "reviewed_at" timestamptz null,
    "reviewed_by" text null,
    check ("state" <> 'rejected' or "reason" is not null)
  )`,
  `"marketplace_seller_epr" (
    "seller_id" text not null references "marketplace_seller" ("id"),
    "stream" text not null,
    "number" text not null,
    "at" timestamptz not null,
    primary key ("seller_id", "stream")
  )`,
  `"marketplace_seller_bank" (
    "seller_id" text primary key references "marketplace_seller" ("id"),
    "provider" text not null,
    "token" text not null,
    "last4" text not null check ("last4" ~ '^[0-9A-Z]{4}$'),
    "country" text not null check ("country" ~ '^[a-z]{2}$'),
    "at" timestamptz not null
  )`,
  `"marketplace_terms" (
    "version" integer primary key check ("version" > 0),
    "body" jsonb not null,
    "summary" jsonb not null,
    "published_at" timestamptz not null,
    "published_by" text not null,
    "effective_at" timestamptz not null
  )`,
  `"marketplace_terms_acceptance" (
    "seller_id" text not null references "marketplace_seller" ("id"),
    "version" integer not null references "marketplace_terms" ("version"),
    "actor" text not null,
    "at" timestamptz not null,
    primary key ("seller_id", "version")
  )`,
  `"marketplace_seller_invitation" (
    "id" text primary key,
    "seller_id" text not null references "marketplace_seller" ("id"),
    "email" text not null,
    "role" text not null check ("role" in ('owner', 'catalogue', 'orders', 'finance', 'read_only')),
    "token_hash" text not null unique,
    "invited_by" text not null,
    "created_at" timestamptz not null,
    "expires_at" timestamptz not null,
    "accepted_at" timestamptz null,
    "revoked_at" timestamptz null
  )`,
  `"marketplace_seller_holiday" (
    "id" text primary key,
    "seller_id" text not null references "marketplace_seller" ("id"),
    "from_at" timestamptz not null,
    "until_at" timestamptz not null,
    "created_at" timestamptz not null,
    "cancelled_at" timestamptz null,
    check ("from_at" < "until_at")
  )`,
  `"marketplace_notice" (
    "id" text primary key,
    "number" bigserial not null unique,
    "subject_type" text not null check ("subject_type" in ('product', 'offer', 'seller')),
    "subject_id" text not null,
    "subject_label" text not null,
    "seller_id" text null references "marketplace_seller" ("id"),
    "category" text not null,
    "explanation" text not null,
    "reporter_name" text null,
    "reporter_email" text null,
    "locale" text not null default 'fr',
    "token_hash" text not null unique,
    "state" text not null check ("state" in ('received', 'decided')),
    "decision" text null check ("decision" in ('no_action', 'offer_removed', 'seller_suspended')),
    "reasons" text null,
    "received_at" timestamptz not null,
    "decided_at" timestamptz null,
    "decided_by" text null,
    check (("state" = 'decided') = ("decision" is not null))
  )`,
  `"marketplace_statement_of_reasons" (
    "id" text primary key,
    "key" text not null unique,
    "seller_id" text not null references "marketplace_seller" ("id"),
    "subject_type" text not null,
    "subject_id" text not null,
    "subject_label" text not null,
    "decision" text not null,
    "reason" text not null,
    "ground" text not null,
    "notice_id" text null references "marketplace_notice" ("id"),
    "actor" text not null,
    "at" timestamptz not null,
    "effective_at" timestamptz not null,
    "lifted_at" timestamptz null
  )`,
  `"marketplace_complaint" (
    "id" text primary key,
    "statement_id" text null references "marketplace_statement_of_reasons" ("id"),
    "notice_id" text null references "marketplace_notice" ("id"),
    "seller_id" text null references "marketplace_seller" ("id"),
    "text" text not null,
    "by" text not null,
    "at" timestamptz not null,
    "outcome" text null check ("outcome" in ('upheld', 'reversed')),
    "answer" text null,
    "answered_by" text null,
    "answered_at" timestamptz null,
    check (("statement_id" is null) <> ("notice_id" is null)),
    check (("outcome" is null) = ("answer" is null))
  )`,
]

const INDEXES = [
  `create index if not exists "IDX_marketplace_seller_document_seller" on "marketplace_seller_document" ("seller_id", "requirement_id")`,
  `create unique index if not exists "IDX_marketplace_seller_document_current" on "marketplace_seller_document" ("seller_id", "requirement_id") where "state" in ('handed_in', 'accepted')`,
  `create index if not exists "IDX_marketplace_seller_document_waiting" on "marketplace_seller_document" ("handed_in_at") where "state" = 'handed_in'`,
  `create index if not exists "IDX_marketplace_seller_invitation_seller" on "marketplace_seller_invitation" ("seller_id")`,
  `create index if not exists "IDX_marketplace_seller_holiday_seller" on "marketplace_seller_holiday" ("seller_id", "until_at") where "cancelled_at" is null`,
  `create index if not exists "IDX_marketplace_notice_queue" on "marketplace_notice" ("state", "received_at")`,
  `create index if not exists "IDX_marketplace_statement_of_reasons_seller" on "marketplace_statement_of_reasons" ("seller_id", "at")`,
  `create index if not exists "IDX_marketplace_complaint_open" on "marketplace_complaint" ("at") where "outcome" is null`,
  `create unique index if not exists "IDX_marketplace_complaint_statement" on "marketplace_complaint" ("statement_id") where "statement_id" is not null`,
  `create unique index if not exists "IDX_marketplace_complaint_notice" on "marketplace_complaint" ("notice_id") where "notice_id" is not null`,
  // A seller that is not there for good keeps its number from nobody; a draft has none yet.
  `create unique index if not exists "IDX_marketplace_seller_number" on "marketplace_seller" ("country_code", "registration_number") where "state" not in ('rejected', 'closed') and "registration_number" <> ''`,
]

/** Onboarding, team, terms, holidays, notices and what the law asks to keep about a seller. */
export class Migration20261122101001 extends Migration {
  override up(): void {
    this.addSql(`alter table "marketplace_seller" drop constraint if exists "marketplace_seller_state_check"`)
    this.addSql(stateCheck(STATES))
    this.addSql(`alter table "marketplace_seller"
      add column if not exists "legal_form" text not null default 'company' check ("legal_form" in ('company', 'sole_trader', 'association')),
      add column if not exists "tax_id" text null,
      add column if not exists "locale" text not null default 'fr' check ("locale" in ('fr', 'en')),
      add column if not exists "presentation" jsonb not null default '{}',
      add column if not exists "on_sale" boolean not null default false,
      add column if not exists "closing_at" timestamptz null,
      add column if not exists "closed_at" timestamptz null,
      add column if not exists "papers_erased_at" timestamptz null`)
    // Whoever applied before there were steps had handed in everything.
    this.addSql(`update "marketplace_seller" set "state" = 'in_review' where "state" = 'applied'`)
    this.addSql(`drop index if exists "IDX_marketplace_seller_registration"`)
    for (const table of TABLES) this.addSql(`create table if not exists ${table}`)
    for (const index of INDEXES) this.addSql(index)
  }

  override down(): void {
    for (const table of [
      "complaint",
      "statement_of_reasons",
      "notice",
      "seller_holiday",
      "seller_invitation",
      "terms_acceptance",
      "terms",
      "seller_bank",
      "seller_epr",
      "seller_document",
      "private_file",
      "requirement",
    ])
      this.addSql(`drop table if exists "marketplace_${table}"`)
    this.addSql(`drop index if exists "IDX_marketplace_seller_number"`)
    this.addSql(
      `update "marketplace_seller" set "state" = 'applied' where "state" in ('invited', 'documents', 'in_review')`,
    )
    this.addSql(`alter table "marketplace_seller" drop constraint if exists "marketplace_seller_state_check"`)
    this.addSql(stateCheck(["applied", "active", "suspended", "rejected", "closed"]))
    this.addSql(`alter table "marketplace_seller"
      drop column if exists "legal_form", drop column if exists "tax_id", drop column if exists "locale",
      drop column if exists "presentation", drop column if exists "on_sale", drop column if exists "closing_at",
      drop column if exists "closed_at", drop column if exists "papers_erased_at"`)
  }
}
