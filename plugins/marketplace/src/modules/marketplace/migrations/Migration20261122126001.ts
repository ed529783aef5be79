import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Calls of sellers' programs that carried an Idempotency-Key, with their sealed answers, for a day. */
export class Migration20261122126001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_api_call" (
      "seller_id" text not null,
      "key" text not null,
      "fingerprint" text not null,
      "answer" text null,
      "claimed_at" timestamptz not null,
      primary key ("seller_id", "key")
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_api_call_claimed" on "marketplace_api_call" ("claimed_at")`,
    )
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_api_call"`)
  }
}
