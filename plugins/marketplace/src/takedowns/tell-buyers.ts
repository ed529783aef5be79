import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { faceUrl } from "../notifications/face-url"
import { notify } from "../notifications/notify"
import { orderAccessToken } from "../orders/access-token"
import { type BuyerLine, buyerLines } from "./buyers"
import { buyerLetter } from "./letters"
import type { TakedownRow } from "./takedown"

/** Letters of one transaction. */
const BATCH = 200

/** An address of a person who had their data erased, or none: nobody reads what is sent there. */
const isReachable = (email: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(email) && !email.endsWith(".invalid")

/** One letter to each person with all they bought of it. Twice is once, also for who bought several times. */
export async function tellBuyers(container: MedusaContainer, takedown: TakedownRow): Promise<void> {
  const knex = knexOf(container)
  const people = new Map<string, BuyerLine[]>()
  for (const line of await buyerLines(knex, takedown)) {
    const own = people.get(line.email) ?? []
    own.push(line)
    people.set(line.email, own)
  }
  const open = [...people.values()].filter((lines) => lines.some((line) => line.state === null))
  const title = open.length > 0 ? await titleOf(knex, takedown.product_id) : ""
  for (let from = 0; from < open.length; from += BATCH)
    await knex.transaction(async (trx) => {
      for (const lines of open.slice(from, from + BATCH)) await tell(container, trx, { takedown, title, lines })
    })
  await knex("marketplace_takedown")
    .where({ id: takedown.id })
    .whereNull("told_at")
    .update({ told_at: clockOf(container).now() })
}

interface Telling {
  readonly takedown: TakedownRow
  readonly title: string
  readonly lines: readonly BuyerLine[]
}

async function tell(container: MedusaContainer, trx: Knex.Transaction, { takedown, title, lines }: Telling) {
  const [first] = lines as readonly [BuyerLine]
  const reachable = isReachable(first.email)
  const letterAlready = lines.some((line) => line.state === "told")
  const key = reachable ? `takedown.buyer:${takedown.id}:${first.order_id}` : null
  for (const line of lines.filter((each) => each.state === null))
    await trx("marketplace_takedown_buyer")
      .insert({
        takedown_id: takedown.id,
        order_id: line.order_id,
        state: reachable ? "told" : "unreachable",
        notification_key: key,
        at: clockOf(container).now(),
      })
      .onConflict(["takedown_id", "order_id"])
      .ignore()
  if (!key || letterAlready) return
  const locale = first.locale?.startsWith("en") ? "en" : "fr"
  const token = encodeURIComponent(orderAccessToken(container, first.order_id))
  await notify(
    container,
    {
      key,
      kind: "takedown.buyer",
      to: { email: first.email, locale },
      letter: buyerLetter({
        kind: takedown.kind,
        title,
        reason: takedown.reason,
        redress: takedown.redress,
        parts: lines.map(({ number, placed_at, quantity, title: sold, trader }) => ({
          number,
          placedAt: placed_at,
          quantity,
          title: sold,
          trader,
        })),
        url: faceUrl(container, "storefront", `/${locale}/order/${token}`),
      }),
      about: { type: "takedown", id: takedown.id },
    },
    trx,
  )
}

const titleOf = async (knex: Knex, productId: string): Promise<string> =>
  ((await knex("product").where({ id: productId }).first("title")) as { title: string } | undefined)?.title ?? ""
