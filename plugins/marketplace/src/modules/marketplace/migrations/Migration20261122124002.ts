import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** From when on older tokens of an account count for nothing: Medusa's bearer tokens cannot be taken back one by one. */
export class Migration20261122124002 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_session_end" (
      "auth_identity_id" text primary key,
      "at" timestamptz not null
    )`)
  }

  override down(): void {
    this.addSql(`drop table if exists "marketplace_session_end"`)
  }
}
