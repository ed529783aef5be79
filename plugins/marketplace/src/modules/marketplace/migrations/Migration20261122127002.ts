import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Parts of orders whose invoices or credit notes could not be issued yet; parcels that left before there were any among them. */
export class Migration20261122127002 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_sale_document_due" (
      "seller_order_id" text primary key,
      "since" timestamptz not null,
      "tried_at" timestamptz null
    )`)
    this.addSql(`insert into marketplace_sale_document_due (seller_order_id, since)
      select p.seller_order_id, min(p.shipped_at) from marketplace_parcel p
      where p.shipped_at is not null
        and not exists (select 1 from marketplace_sale_document d where d.parcel_id = p.id)
      group by p.seller_order_id on conflict do nothing`)
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_sale_document_due"`)
  }
}
