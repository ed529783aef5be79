import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The account for payouts is kept with the payouts. A paper that still holds stays beside the one that will replace it, until that one is
 * accepted.
 */
export class Migration20261122101002 extends Migration {
  override up(): void {
    this.addSql(`drop table if exists "marketplace_seller_bank"`)
    this.addSql(`drop index if exists "IDX_marketplace_seller_document_current"`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_seller_document_one" on "marketplace_seller_document" ("seller_id", "requirement_id", "state") where "state" <> 'replaced'`,
    )
    this.addSql(
      `alter table "marketplace_statement_of_reasons" add constraint "marketplace_statement_of_reasons_ground" check ("ground" in ('terms', 'law'))`,
    )
  }

  override down(): void {
    this.addSql(
      `alter table "marketplace_statement_of_reasons" drop constraint if exists "marketplace_statement_of_reasons_ground"`,
    )
    this.addSql(`drop index if exists "IDX_marketplace_seller_document_one"`)
  }
}
