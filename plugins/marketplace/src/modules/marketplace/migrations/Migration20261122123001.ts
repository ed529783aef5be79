import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The legal rate by half-year, who bears a delay, which alerts were told, and the interest that late refunds brought. */
export class Migration20261122123001 extends Migration {
  override up(): void {
    this.addSql(`create table if not exists "marketplace_legal_rate" (
      "starts_on" date primary key check (to_char("starts_on", 'MM-DD') in ('01-01', '07-01')),
      "bps" integer not null check ("bps" between 0 and 10000),
      "source" text not null,
      "changed_at" timestamptz not null default now(),
      "changed_by" text not null
    )`)
    // Rates for claims of persons who do not act for professional needs; the operator adds the next ones.
    this.addSql(`insert into "marketplace_legal_rate" ("starts_on", "bps", "source", "changed_by") values
      ('2024-07-01', 816, 'Taux de l''intérêt légal, créances des particuliers, 2e semestre 2024', 'system'),
      ('2025-01-01', 721, 'Taux de l''intérêt légal, créances des particuliers, 1er semestre 2025', 'system'),
      ('2025-07-01', 665, 'Taux de l''intérêt légal, créances des particuliers, 2e semestre 2025', 'system'),
      ('2026-01-01', 667, 'Arrêté du 15 décembre 2025, JORF n° 0302 du 26 décembre 2025', 'system')
      on conflict do nothing`)
    this.addSql(`create table if not exists "marketplace_refund_fault" (
      "key" text primary key,
      "bearer" text not null check ("bearer" in ('HOUSE', 'SELLERS')),
      "reason" text not null,
      "decided_by" text not null,
      "decided_at" timestamptz not null
    )`)
    this.addSql(`create table if not exists "marketplace_refund_alert" (
      "key" text not null,
      "alert" text not null check ("alert" in ('SOON', 'LAST_DAYS', 'LATE')),
      "told_at" timestamptz not null,
      primary key ("key", "alert")
    )`)
    this.addSql(`create table if not exists "marketplace_late_interest" (
      "key" text primary key,
      "kind" text not null,
      "order_id" text not null,
      "currency" text not null,
      "owed" integer not null check ("owed" > 0),
      "started_at" timestamptz not null,
      "due_at" timestamptz not null,
      "refunded_at" timestamptz not null check ("refunded_at" > "due_at"),
      "days_late" integer not null check ("days_late" > 0),
      "surcharge_bps" integer null,
      "amount" integer not null check ("amount" >= 0 and "amount" <= "owed"),
      "rates" jsonb not null,
      "bearer" text not null check ("bearer" in ('HOUSE', 'SELLERS')),
      "reason" text null,
      "shares" jsonb not null,
      "booked_at" timestamptz not null,
      "paid_at" timestamptz null,
      "reference" text null,
      "paid_by" text null,
      check (("paid_at" is null) = ("reference" is null))
    )`)
    this.addSql(
      `create index if not exists "IDX_marketplace_late_interest_order" on "marketplace_late_interest" ("order_id")`,
    )
    this.addSql(
      `create index if not exists "IDX_marketplace_late_interest_open" on "marketplace_late_interest" ("booked_at") where "paid_at" is null and "amount" > 0`,
    )
  }

  override down(): void {
    for (const table of ["late_interest", "refund_alert", "refund_fault", "legal_rate"])
      this.addSql(`drop table if exists "marketplace_${table}"`)
  }
}
