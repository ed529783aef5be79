import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The newest of all invoices to shoppers, for the operator's list. */
export class Migration20261122127003 extends Migration {
  override up(): void {
    this.addSql(
      `create index if not exists "IDX_marketplace_sale_document_at" on "marketplace_sale_document" ("issued_at" desc, "document_id" desc)`,
    )
  }

  override down(): void {
    this.addSql(`drop index if exists "IDX_marketplace_sale_document_at"`)
  }
}
