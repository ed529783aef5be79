import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Invoices and credit notes of traders to shoppers: what each is about and which part of which line it has. The documents
 * themselves are the ledger's. Amounts in cents; negative on a credit note.
 */
export class Migration20261122127001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_invoice_issuer" (
      "seller_id" text primary key,
      "code" integer generated always as identity unique
    )`)
    this.addSql(`create table if not exists "marketplace_sale_document" (
      "document_id" text primary key,
      "order_id" text not null,
      "seller_order_id" text not null,
      "seller_id" text null,
      "issuer_id" text null,
      "parcel_id" text null unique,
      "corrects" text null references "marketplace_sale_document" ("document_id"),
      "issued_at" timestamptz not null,
      check (("parcel_id" is null) <> ("corrects" is null))
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_sale_document_part" on "marketplace_sale_document" ("seller_order_id")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_sale_document_order" on "marketplace_sale_document" ("order_id")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_sale_document_seller" on "marketplace_sale_document" ("seller_id", "issued_at" desc)`,
    )
    this.addSql(`create table if not exists "marketplace_sale_document_line" (
      "document_id" text not null references "marketplace_sale_document" ("document_id"),
      "position" integer not null,
      "line_id" text null,
      "quantity" integer not null,
      "gross" integer not null,
      "vat" integer not null,
      primary key ("document_id", "position")
    )`)
    for (const table of ["marketplace_sale_document", "marketplace_sale_document_line"])
      this.addSql(
        `create or replace trigger "${table}_append_only" before update or delete on "${table}" for each statement execute function marketplace_refuse_change()`,
      )
  }

  override down(): void {
    for (const table of ["marketplace_sale_document_line", "marketplace_sale_document", "marketplace_invoice_issuer"])
      this.addSql(`drop table if exists "${table}"`)
  }
}
