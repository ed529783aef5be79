import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import { parisDay } from "./period"
import { ofSeller } from "./query"
import { aboutProduct, number, sqlFigure, text, traderName, within } from "./sql-figure"

const HOUR_MS = 3_600_000

/**
 * Every SKU on offer now, and whether one unit of it is free: the retailer's priced variants of published catalogue
 * products, and active offers whose backing product is published. Stock counts at the locations of the web channel.
 */
const ON_OFFER = `
  with free as (
    select at.variant_id, bool_and(at.units >= 1) as stocked from (
      select l.variant_id, l.inventory_item_id,
        floor(coalesce(sum(n.stocked_quantity - n.reserved_quantity), 0) / max(l.required_quantity)) as units
      from product_variant_inventory_item l
      left join inventory_level n on n.inventory_item_id = l.inventory_item_id and n.deleted_at is null
        and n.location_id in (
          select stock_location_id from sales_channel_stock_location where sales_channel_id = :channel and deleted_at is null
        )
      where l.deleted_at is null group by l.variant_id, l.inventory_item_id
    ) at group by at.variant_id
  ), unit as (
    select v.id as variant_id, '' as seller_id, v.product_id
    from product_variant v
    join product p on p.id = v.product_id and p.status = 'published' and p.deleted_at is null
    join marketplace_product_sheet s on s.product_id = p.id and s.owner_seller_id is null and s.deleted_at is null
    where v.deleted_at is null and exists (
      select 1 from product_variant_price_set l
      join price a on a.price_set_id = l.price_set_id and a.deleted_at is null and a.price_list_id is null and a.amount > 0
      where l.variant_id = v.id and l.deleted_at is null
    )
    union all
    select o.variant_id, o.seller_id, o.catalogue_product_id
    from marketplace_offer o join product p on p.id = o.product_id and p.status = 'published' and p.deleted_at is null
    where o.state = 'active' and o.deleted_at is null
  )
  select unit.*, coalesce(free.stocked, false) as stocked from unit left join free on free.variant_id = unit.variant_id`

/**
 * Writes down the present hour: how many SKUs of each seller are on offer and how many of them can be bought, and opens
 * and closes the gaps of single SKUs. A second run in the same hour changes nothing; an hour without a run is not
 * measured rather than guessed.
 */
export async function recordStockHour(container: MedusaContainer): Promise<{ recorded: boolean }> {
  const now = clockOf(container).now()
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  const setup = await setupOf(container)
  if (!setup) return { recorded: false }
  return knexOf(container).transaction(async (trx) => {
    // One at a time, so that a gap is not lengthened twice for one hour.
    await trx.raw(`select pg_advisory_xact_lock(hashtext('marketplace_stock_hour'))`)
    const done = (await trx("marketplace_stock_hour").where({ hour }).first("hour")) as object | undefined
    if (done) return { recorded: false }
    await trx.raw(
      `create temporary table stock_now (variant_id text, seller_id text, product_id text, stocked boolean) on commit drop`,
    )
    await trx.raw(`insert into stock_now ${ON_OFFER}`, { channel: setup.salesChannelId })
    await trx.raw(
      `insert into marketplace_stock_hour (hour, seller_id, active, stocked)
       select cast(:hour as timestamptz), seller_id, count(*), count(*) filter (where stocked) from stock_now group by seller_id
       union all
       select cast(:hour as timestamptz), '', 0, 0 where not exists (select 1 from stock_now where seller_id = '')`,
      { hour },
    )
    await trx.raw(
      `update marketplace_stock_gap g set until = :hour where g.until is null
       and not exists (select 1 from stock_now n where n.variant_id = g.variant_id and not n.stocked)`,
      { hour },
    )
    await trx.raw(
      `insert into marketplace_stock_gap (variant_id, since, seller_id, product_id)
       select variant_id, cast(:hour as timestamptz), seller_id, product_id from stock_now where not stocked
       on conflict (variant_id) where until is null do update set hours = marketplace_stock_gap.hours + 1`,
      { hour },
    )
    return { recorded: true }
  })
}

/** Nothing is on offer, and nothing to measure, before the house is set up. */
const setupOf = (container: MedusaContainer) =>
  retailerOf(container).then(
    ({ setup }) => setup,
    (error: { code?: string }) => {
      if (error.code === "NOT_SET_UP") return null
      throw error
    },
  )

/**
 * K8, availability. Formula: in-stock SKU-hours ÷ active SKU-hours, over the hours that were measured. Unit: percent.
 */
export const availability = sqlFigure<GapRow>({
  code: "K8",
  unit: "PERCENT",
  form: "RATIO",
  better: "UP",
  boards: ["OPERATOR", "SELLER"],
  days: `select ${parisDay("h.hour")} as day, sum(h.active) as bottom, sum(h.stocked) as top
    from marketplace_stock_hour h where ${within("h.hour", "h.seller_id")} group by 1`,
  rows: `select g.variant_id, g.product_id as id, coalesce(s.i18n -> 'fr' ->> 'title', p.title) as title,
      ${traderName("g.seller_id")} as name, bool_or(g.until is null) as open,
      sum(least(g.hours, ceil(extract(epoch from
        least(coalesce(g.until, cast(:to as timestamptz)), cast(:to as timestamptz)) - greatest(g.since, cast(:from as timestamptz))) / 3600)))::text as hours
    from marketplace_stock_gap g
    left join product p on p.id = g.product_id
    left join marketplace_product_sheet s on s.product_id = g.product_id
    where g.since < :to and (g.until is null or g.until > :from) and ${ofSeller("g.seller_id")}
    group by g.variant_id, g.product_id, g.seller_id, 3 order by sum(g.hours) desc, 3, g.variant_id`,
  columns: [
    text("product", (row) => row.title),
    text("trader", (row) => row.name),
    number("hoursOut", (row) => row.hours),
    text("now", (row) => (row.open ? "OUT_OF_STOCK" : "IN_STOCK"), "STATE"),
  ],
  key: (row) => row.variant_id,
  about: aboutProduct,
})

interface GapRow {
  variant_id: string
  id: string
  title: string
  name: string
  hours: string
  open: boolean
}
