import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, cents, notFound } from "@gondola/kit"
import { monthBounds } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"
import type { UnitTerms, WebSale } from "./unit-result"

/** The retailer's shops, by their sellable stock, whose place in the warehouse's list says so behind its name. */
export async function readUnits(container: MedusaContainer): Promise<UnitTerms[]> {
  const { rows } = (await knexOf(container).raw(
    `select l.id as "unitId", replace(l.name, ' (sellable)', '') as name,
       coalesce(t.postal_prefixes, '[]'::jsonb) as "postalPrefixes",
       coalesce(t.catchment_bps, 0) as "catchmentBps", coalesce(t.pickup_bps, 0) as "pickupBps"
     from stock_location l left join marketplace_unit_terms t on t.unit_id = l.id
     where l.deleted_at is null and l.metadata -> 'gondola' ->> 'kind' = 'shop'
       and coalesce(l.metadata -> 'gondola' ->> 'role', 'sellable') = 'sellable'
     order by name, l.id`,
  )) as { rows: UnitTerms[] }
  return rows
}

export interface UnitTermsDraft {
  readonly unitId: string
  readonly postalPrefixes: readonly string[]
  readonly catchmentBps: number
  readonly pickupBps: number
}

/** @throws NOT_FOUND | BAD_INPUT */
export async function saveUnitTerms(
  container: MedusaContainer,
  draft: UnitTermsDraft,
  actor: string,
): Promise<UnitTerms> {
  const known = (await readUnits(container)).some((unit) => unit.unitId === draft.unitId)
  if (!known) throw notFound("This shop")
  for (const rate of [draft.catchmentBps, draft.pickupBps])
    if (!Number.isInteger(rate) || rate < 0 || rate > 10_000) throw badInput("A rate goes from 0 to 10000 basis points")
  const prefixes = [...new Set(draft.postalPrefixes.map((prefix) => prefix.replace(/\s/g, "").toUpperCase()))].filter(
    Boolean,
  )
  if (prefixes.some((prefix) => !/^[0-9A-Z-]{1,10}$/.test(prefix)) || prefixes.length > 200)
    throw badInput("A catchment area is up to 200 starts of postal codes, such as 69 or 59000")
  await knexOf(container).transaction(async (trx) => {
    const columns = { catchment_bps: draft.catchmentBps, pickup_bps: draft.pickupBps }
    await trx("marketplace_unit_terms")
      .insert({ unit_id: draft.unitId, postal_prefixes: JSON.stringify(prefixes), ...columns })
      .onConflict("unit_id")
      .merge()
    await recordAct(
      container,
      {
        actor: { type: "OPERATOR", id: actor },
        action: "unit_terms.updated",
        subject: { type: "unit", id: draft.unitId },
        details: { prefixes, ...columns },
      },
      trx,
    )
  })
  const unit = (await readUnits(container)).find((each) => each.unitId === draft.unitId)
  if (!unit) throw notFound("This shop")
  return unit
}

/** The retailer's own goods of a month, sales and refunds, by where they went. */
export async function webSales(container: MedusaContainer, month: string): Promise<WebSale[]> {
  const { from, to } = monthBounds(month)
  const { rows } = (await knexOf(container).raw(
    `select coalesce(a.postal_code, '') as "postalCode", p.currency, sum(t.gross - t.vat)::bigint as net,
       pickup.unit as "pickupUnitId"
     from marketplace_tax_line t
     join marketplace_placed_order p on p.order_id = t.order_id
     join "order" o on o.id = t.order_id
     left join order_address a on a.id = o.shipping_address_id
     left join marketplace_seller_order s on s.order_id = t.order_id and s.seller_id is null
     left join lateral (
       select l.stock_location_id as unit
       from shipping_option so
       join service_zone z on z.id = so.service_zone_id
       join fulfillment_set f on f.id = z.fulfillment_set_id and f.type = 'pickup'
       join location_fulfillment_set l on l.fulfillment_set_id = f.id and l.deleted_at is null
       where so.id = s.shipping_option_id limit 1
     ) pickup on true
     where t.seller_id is null and t.line_id is not null and t.occurred_at >= :from and t.occurred_at < :to
     group by 1, 2, 4`,
    { from, to },
  )) as { rows: (Omit<WebSale, "net"> & { net: string })[] }
  return rows.map((row) => ({ ...row, net: cents(Number(row.net)) }))
}
