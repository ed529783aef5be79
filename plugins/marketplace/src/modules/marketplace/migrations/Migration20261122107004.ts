import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Requests of people about their data, with the month that the law gives. */
export class Migration20261122107004 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_privacy_request" (
      "id" text primary key,
      "kind" text not null check ("kind" in ('export', 'erasure')),
      "subject" text not null check ("subject" in ('CUSTOMER', 'SELLER_MEMBER')),
      "subject_id" text not null,
      "email" text null,
      "state" text not null check ("state" in ('open', 'done', 'refused')),
      "waits_for" text null,
      "reason" text null,
      "requested_by" text not null,
      "requested_at" timestamptz not null,
      "due_at" timestamptz not null,
      "settled_at" timestamptz null,
      "summary" jsonb null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_privacy_request_open" on "marketplace_privacy_request" ("kind", "subject_id") where "state" = 'open'`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_privacy_request_at" on "marketplace_privacy_request" ("requested_at")`,
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_privacy_request"`)
  }
}
