import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The person behind a sole trader: the yearly report to the tax administration names it with its date of birth. */
export class Migration20261122106003 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_dac7_person" (
      "seller_id" text primary key references "marketplace_seller" ("id"),
      "first_name" text not null,
      "last_name" text not null,
      "birth_date" date not null
    )`)
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_dac7_person"`)
  }
}
