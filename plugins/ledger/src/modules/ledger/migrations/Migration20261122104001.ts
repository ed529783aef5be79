import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What an entry says as a code with parameters, and whose tax at what rate. Entries booked before have none of them and
 * stay as they are.
 */
export class Migration20261122104001 extends Migration {
  override up(): void {
    this.addSql(`alter table "ledger_entry" add column if not exists "note" jsonb null`)
    this.addSql(`alter table "ledger_entry" add column if not exists "tax_code" text null`)
    this.addSql(
      `create index if not exists "IDX_ledger_entry_tax" on "ledger_entry" ("tax_code", "occurred_at") where "tax_code" is not null`,
    )
    this.addSql(`create index if not exists "IDX_ledger_entry_at" on "ledger_entry" ("occurred_at", "id")`)
  }

  override down(): void {
    this.addSql(`drop index if exists "IDX_ledger_entry_at"`)
    this.addSql(`drop index if exists "IDX_ledger_entry_tax"`)
    this.addSql(`alter table "ledger_entry" drop column if exists "tax_code"`)
    this.addSql(`alter table "ledger_entry" drop column if exists "note"`)
  }
}
