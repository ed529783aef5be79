import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The language in which a member of a seller's team is written to; null: the seller's. */
export class Migration20261122125003 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "marketplace_seller_member" add column if not exists "locale" text null check ("locale" in ('fr', 'en'))`,
    )
  }

  override down(): void {
    this.addSql(`alter table "marketplace_seller_member" drop column if exists "locale"`)
  }
}
