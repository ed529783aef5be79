import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { faceUrl } from "../notifications/face-url"
import { notifyAll } from "../notifications/seller-readers"
import { type OrderPeople, orderPeople } from "../orders/order-people"
import { retailerOf } from "../retailer/retailer-of"
import type { DisputeRow } from "./dispute"
import { disputeLetter } from "./letters"

export type DisputeNews = "OPENED" | "ANSWERED" | "ESCALATED" | "DECIDED" | "CLOSED"

type Reader = "SHOPPER" | "SELLER" | "OPERATOR"

/** Who has to know: the other side of an opening and an answer, everybody of what goes to the operator and of the end. */
function readersOf(row: DisputeRow, what: DisputeNews): Reader[] {
  const other = row.opened_by === "SHOPPER" ? "SELLER" : "SHOPPER"
  // Of the retailer's own part the operator is the seller: told once, as the one who has to act.
  const house = row.seller_id === null
  if (what === "OPENED") return house && other === "SELLER" ? [other] : [other, "OPERATOR"]
  if (what === "ANSWERED") return [row.opened_by]
  if (what === "ESCALATED") return house ? ["SHOPPER", "OPERATOR"] : ["SHOPPER", "SELLER", "OPERATOR"]
  return house ? ["SHOPPER"] : ["SHOPPER", "SELLER"]
}

export async function tellDispute(
  container: MedusaContainer,
  { disputeId, what }: { readonly disputeId: string; readonly what: DisputeNews },
  trx: Knex.Transaction,
): Promise<void> {
  const row = (await trx("marketplace_dispute").where("id", disputeId).first()) as DisputeRow
  const people = await orderPeople(container, row.seller_order_id, trx)
  for (const reader of readersOf(row, what)) {
    const who = await whoIs(container, reader, people, row)
    await notifyAll(
      container,
      who.readers,
      {
        key: `dispute:${what}:${row.id}:${reader}`,
        kind: `dispute.${what.toLowerCase()}`,
        letter: disputeLetter({
          what,
          reader,
          number: people.number,
          trader: people.trader,
          dueAt: row.due_at,
          claimed: { amount: row.claimed, currency: people.currency },
          offered: row.offered === null ? null : { amount: row.offered, currency: people.currency },
          refunded: { amount: row.refunded ?? 0, currency: people.currency },
          statement: row.statement,
          url: who.url,
        }),
        about: { type: "dispute", id: row.id },
      },
      trx,
    )
  }
}

async function whoIs(container: MedusaContainer, reader: Reader, people: OrderPeople, row: DisputeRow) {
  if (reader === "SHOPPER") return { readers: [{ suffix: "", to: people.shopper.to }], url: people.shopper.url }
  if (reader === "SELLER") return people.seller
  const { trader } = await retailerOf(container)
  return {
    readers: [{ suffix: "", to: { email: trader.email, feed: { room: "OPERATOR" as const, organisationId: null } } }],
    url: faceUrl(container, "portal", `/operator/disputes/${row.id}`),
  }
}
