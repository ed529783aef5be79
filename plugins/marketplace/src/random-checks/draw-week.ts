import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"
import { systemActor } from "../trail/actor-of"
import { type Drawable, drawSample } from "./draw"
import { isoWeek } from "./iso-week"
import { readCheckRate } from "./policy"

interface OnSale extends Drawable {
  readonly offer_id: string | null
  readonly product_id: string
}

/** What shoppers can buy: sellers' offers on the shelf, and the retailer's own products, each under its trader. */
const ON_SALE = `
  select o.id, o.seller_id as stratum, o.id as offer_id, o.catalogue_product_id as product_id
  from marketplace_offer o
  join product b on b.id = o.product_id and b.status = 'published' and b.deleted_at is null
  join product p on p.id = o.catalogue_product_id and p.status = 'published' and p.deleted_at is null
  join marketplace_product_sheet s on s.product_id = p.id and s.held_by = '{}'
  where o.state = 'active' and o.held_by = '{}' and o.deleted_at is null
  union all
  select p.id, '', null, p.id
  from product p
  join marketplace_product_sheet s on s.product_id = p.id and s.owner_seller_id is null and s.held_by = '{}'
  where p.status = 'published' and p.deleted_at is null and exists (
    select 1 from product_variant v
    join product_variant_price_set l on l.variant_id = v.id and l.deleted_at is null
    join price a on a.price_set_id = l.price_set_id and a.deleted_at is null and a.price_list_id is null and a.amount > 0
    where v.product_id = p.id and v.deleted_at is null
  )`

/** What already waits for a person is not drawn again. */
const WAITING = `select 1 from marketplace_random_check c where c.outcome is null
  and c.product_id = sale.product_id and coalesce(c.offer_id, '') = coalesce(sale.offer_id, '')`

/**
 * Draws this week's offers to look at (DSA art. 31 (3)), once; a week in which nothing ran is not made up for.
 * @returns how many were drawn
 */
export async function drawRandomChecks(container: MedusaContainer): Promise<number> {
  const now = clockOf(container).now()
  const week = isoWeek(now)
  const rate = await readCheckRate(container)
  if (rate === 0) return 0
  const known = (await knexOf(container)("marketplace_check_round").where({ week }).first("week")) as object | undefined
  if (known) return 0
  return knexOf(container).transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: OnSale[] }>(
      `select * from (${ON_SALE}) sale where not exists (${WAITING}) order by id`,
    )
    const seed = randomBytes(16).toString("hex")
    const drawn = drawSample(rows, rate, seed)
    const [made] = (await trx("marketplace_check_round")
      .insert({
        week,
        seed,
        rate,
        offers: rows.length,
        traders: new Set(rows.map((row) => row.stratum)).size,
        drawn: drawn.length,
        at: now,
      })
      .onConflict("week")
      .ignore()
      .returning("week")) as object[]
    if (!made) return 0
    if (drawn.length > 0)
      await trx("marketplace_random_check").insert(
        drawn.map((each) => ({
          id: generateEntityId(undefined, "check"),
          week,
          product_id: each.product_id,
          offer_id: each.offer_id,
          seller_id: each.stratum || null,
        })),
      )
    await recordAct(
      container,
      {
        key: `check.draw:${week}`,
        actor: systemActor("draw-random-checks"),
        action: "check.draw",
        subject: { type: "check_round", id: week },
        details: { seed, rate, drawn: drawn.length },
      },
      trx,
    )
    return drawn.length
  })
}
