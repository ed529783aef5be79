import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const SUBJECTS = ["CUSTOMER", "SELLER_MEMBER", "BRAND_MEMBER", "SHOP_STAFF", "OPERATOR"]
const names = (subjects: readonly string[]): string => subjects.map((each) => `'${each}'`).join(", ")

/** Everybody with an account may ask for its data and for its erasure. */
export class Migration20261122124001 extends Migration {
  override up(): void {
    this.allow(SUBJECTS)
  }

  override down(): void {
    this.addSql(`delete from "marketplace_privacy_request" where "subject" not in (${names(SUBJECTS.slice(0, 2))})`)
    this.allow(SUBJECTS.slice(0, 2))
  }

  private allow(subjects: readonly string[]): void {
    this.addSql(
      `alter table "marketplace_privacy_request" drop constraint if exists "marketplace_privacy_request_subject_check"`,
    )
    this.addSql(
      `alter table "marketplace_privacy_request" add constraint "marketplace_privacy_request_subject_check" check ("subject" in (${names(subjects)}))`,
    )
  }
}
