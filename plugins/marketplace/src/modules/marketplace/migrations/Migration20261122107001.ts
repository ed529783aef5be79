import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Notifications: the outbox of mails, and what the bell of the portal shows. */
export class Migration20261122107001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_notification" (
      "id" text primary key,
      "key" text not null unique,
      "kind" text not null,
      "email" text not null,
      "locale" text not null check ("locale" in ('fr', 'en')),
      "room" text null check ("room" in ('SELLER', 'OPERATOR', 'SHOPPER')),
      "organisation_id" text null,
      "letter" jsonb not null,
      "about_type" text null,
      "about_id" text null,
      "created_at" timestamptz not null,
      "mail_state" text not null check ("mail_state" in ('waiting', 'sending', 'sent', 'kept', 'dead', 'unwanted', 'erased')),
      "attempts" integer not null default 0,
      "next_attempt_at" timestamptz not null,
      "claimed_at" timestamptz null,
      "settled_at" timestamptz null,
      "last_error" text null
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_notification_due" on "marketplace_notification" ("next_attempt_at") where "mail_state" in ('waiting', 'sending')`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_notification_feed" on "marketplace_notification" ("room", "organisation_id", "created_at")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_notification_at" on "marketplace_notification" ("created_at")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_notification_email" on "marketplace_notification" ("email")`,
    )
    this.addSql(`create table if not exists "marketplace_notification_read" (
      "notification_id" text not null references "marketplace_notification" ("id") on delete cascade,
      "reader_id" text not null,
      "read_at" timestamptz not null,
      primary key ("reader_id", "notification_id")
    )`)
    this.addSql(`create table if not exists "marketplace_notification_preference" (
      "email" text not null,
      "kind" text not null,
      "by_mail" boolean not null,
      primary key ("email", "kind")
    )`)
  }

  override down(): void {
    for (const table of ["notification_preference", "notification_read", "notification"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
