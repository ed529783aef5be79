import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How long finding takes (K20), and who holds the boxes: by day and trader, and as it stands now. */
export class Migration20261122125002 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_find_day" (
      "day" text not null check ("day" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      "product_id" text not null,
      "seconds" integer not null check ("seconds" >= 0),
      "finds" bigint not null check ("finds" > 0),
      primary key ("day", "product_id", "seconds")
    )`)
    // The retailer is the empty text, so that it can stand in a key.
    this.addSql(`create table if not exists "marketplace_buy_box_day" (
      "day" text not null check ("day" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      "seller_id" text not null,
      "boxes" integer not null check ("boxes" >= 0),
      "won" integer not null check ("won" between 0 and "boxes"),
      primary key ("day", "seller_id")
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_buy_box_day_seller" on "marketplace_buy_box_day" ("seller_id", "day")`,
    )
    this.addSql(`create table if not exists "marketplace_buy_box_place" (
      "variant_id" text not null,
      "seller_id" text not null,
      "product_id" text not null,
      "won" boolean not null,
      "landed" integer not null,
      "currency" text not null,
      primary key ("variant_id", "seller_id")
    )`)
    this.addSql(
      `create unique index if not exists "IDX_marketplace_buy_box_place_won" on "marketplace_buy_box_place" ("variant_id") where "won"`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_buy_box_place_seller" on "marketplace_buy_box_place" ("seller_id")`,
    )
  }

  override down(): void {
    for (const table of ["buy_box_place", "buy_box_day", "find_day"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
