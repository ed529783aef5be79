import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The clocks of refunds ask for what came back of a line, and for returns that are not paid. */
export class Migration20261122123003 extends Migration {
  override up(): void {
    this.addSql(
      `create index if not exists "IDX_store_return_line_order_line" on "store_return_line" ("order_line_id")`,
    )
    this.addSql(
      `create index if not exists "IDX_store_return_unpaid" on "store_return" ("order_id") where "settled_at" is null and "accepted_at" is not null`,
    )
  }

  override down(): void {
    this.addSql(`drop index if exists "IDX_store_return_line_order_line"`)
    this.addSql(`drop index if exists "IDX_store_return_unpaid"`)
  }
}
