import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a currency was worth in a year, and which of these rates a report was made with. */
export class Migration20261122124003 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_dac7_rate" (
      "year" integer not null,
      "currency" text not null,
      "euro_micros" bigint not null check ("euro_micros" > 0),
      "source" text not null,
      "set_by" text not null,
      "set_at" timestamptz not null,
      primary key ("year", "currency")
    )`)
    this.addSql(`alter table "marketplace_dac7_report" add column if not exists "rates" jsonb not null default '{}'`)
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_dac7_rate"`)
    this.addSql(`alter table "marketplace_dac7_report" drop column if exists "rates"`)
  }
}
