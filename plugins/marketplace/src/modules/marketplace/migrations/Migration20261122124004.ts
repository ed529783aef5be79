import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Filters of a list under a name, kept with the person and not with the browser. */
export class Migration20261122124004 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_saved_view" (
      "actor" text not null,
      "reader_id" text not null,
      "list" text not null,
      "name" text not null,
      "query" text not null,
      "at" timestamptz not null
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_saved_view" on "marketplace_saved_view" ("actor", "reader_id", "list", lower("name"))`,
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_saved_view"`)
  }
}
