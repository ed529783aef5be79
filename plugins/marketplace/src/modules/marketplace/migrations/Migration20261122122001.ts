import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Minimum and reserve target of single currencies, beside the figures for all others; who bears a chargeback. */
export class Migration20261122122001 extends Migration {
  override up(): void {
    this.addSql(
      `alter table "marketplace_payout_terms" add column if not exists "currencies" jsonb not null default '[]'::jsonb`,
    )
    this.addSql(`alter table "marketplace_payout_terms" add column if not exists "chargeback_bearer" text not null
      default 'TRADERS' check ("chargeback_bearer" in ('TRADERS', 'HOUSE'))`)
  }

  override down(): void {
    this.addSql(`alter table "marketplace_payout_terms" drop column if exists "currencies",
      drop column if exists "chargeback_bearer"`)
  }
}
