import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Proof that declared goods were sent: from then on the refund may no longer wait for them. */
export class Migration20261122123002 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "store_return_dispatch_proof" (
      "withdrawal_id" text primary key references "store_return_withdrawal" ("id"),
      "order_id" text not null,
      "proved_at" timestamptz not null,
      "reference" text not null,
      "recorded_by" text not null,
      "recorded_at" timestamptz not null
    )`)
    this.addSql(
      `create index if not exists "IDX_store_return_dispatch_proof_order" on "store_return_dispatch_proof" ("order_id")`,
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "store_return_dispatch_proof"`)
  }
}
