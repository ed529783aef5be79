import type { MigrationInterface, QueryRunner } from "typeorm"

/** Partitioned by day: a day is dropped as a whole when its time is over, and an index stays small enough to be warm. */
export class AdEvents1795327200000 implements MigrationInterface {
  readonly name = "AdEvents1795327200000"

  async up(run: QueryRunner): Promise<void> {
    await run.query(`create table gondola_ads.ad_event (
      day date not null,
      key text not null,
      kind text not null check (kind in ('impression', 'viewable', 'click')),
      auction_id text not null,
      slot integer not null,
      ad_id text not null,
      campaign_id text not null,
      advertiser_id text not null,
      target_id text not null,
      product_id text not null,
      at timestamptz not null,
      bot boolean not null,
      primary key (day, key)
    ) partition by range (day)`)
    await run.query(`create index on gondola_ads.ad_event (advertiser_id, day)`)
    await run.query(`create index on gondola_ads.ad_event (ad_id, day)`)
    await run.query(`create table gondola_ads.ad_auction (
      day date not null,
      id text not null,
      at timestamptz not null,
      query text not null,
      category_path text[] not null,
      entry_score bigint not null,
      seed bigint not null,
      winners jsonb not null,
      primary key (day, id)
    ) partition by range (day)`)
    await run.query(`create function gondola_ads.refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'ad events are append-only'; end $$`)
    for (const table of ["ad_event", "ad_auction"])
      await run.query(
        `create trigger append_only before update or delete on gondola_ads.${table} for each row execute function gondola_ads.refuse_change()`,
      )
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`drop table gondola_ads.ad_event`)
    await run.query(`drop table gondola_ads.ad_auction`)
    await run.query(`drop function gondola_ads.refuse_change()`)
  }
}
