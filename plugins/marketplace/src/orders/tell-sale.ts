import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { notify } from "../notifications/notify"
import { notifyAll } from "../notifications/seller-readers"
import { emitSellerEvent } from "../webhooks/emit"
import { acceptBy, readOrderPolicy } from "../order-policy/order-policy"
import { confirmationLetter, soldLetter } from "./letters"
import { orderPeople } from "./order-people"

interface SoldLineRow {
  readonly id: string
  readonly seller_id: string | null
  readonly accepted_at: Date | null
  readonly promised_by: Date
  readonly placed_at: Date
  readonly title: string
  readonly quantity: number
}

/** The shopper gets one confirmation, every trader its own news; in the transaction that books the sale. */
export async function tellSale(
  container: MedusaContainer,
  order: { readonly id: string; readonly total: number },
  trx: Knex.Transaction,
): Promise<void> {
  const policy = await readOrderPolicy(container)
  const rows = (await trx("marketplace_seller_order as s")
    .join("marketplace_seller_order_line as l", "l.seller_order_id", "s.id")
    .where("s.order_id", order.id)
    .orderByRaw("s.seller_id nulls first, l.line_id")
    .select(
      "s.id",
      "s.seller_id",
      "s.accepted_at",
      "s.promised_by",
      "s.placed_at",
      "l.title",
      "l.quantity",
    )) as SoldLineRow[]
  const groups = await Promise.all(
    [...new Set(rows.map((row) => row.id))].map(async (id) => ({
      lines: rows.filter((row) => row.id === id),
      people: await orderPeople(container, id, trx),
    })),
  )
  const [first] = groups
  if (!first) return
  const about = { type: "order", id: order.id }
  await notify(
    container,
    {
      key: `placed:${order.id}`,
      to: first.people.shopper.to,
      kind: "order.confirmed",
      letter: confirmationLetter({
        number: first.people.number,
        total: { amount: order.total, currency: first.people.currency },
        groups: groups.map(({ lines, people }) => ({
          trader: people.trader,
          lines,
          promisedBy: lines[0]!.promised_by,
        })),
        url: first.people.shopper.url,
      }),
      about,
    },
    trx,
  )
  for (const { lines, people } of groups) {
    const part = lines[0]!
    if (part.seller_id)
      await emitSellerEvent(trx, {
        key: `sold:${part.id}`,
        sellerId: part.seller_id,
        type: "order.placed",
        data: { orderId: part.id, orderNumber: people.number, promisedBy: part.promised_by },
        at: part.placed_at,
      })
    await notifyAll(
      container,
      people.seller.readers,
      {
        key: `sold:${part.id}`,
        kind: "order.placed",
        letter: soldLetter({
          number: people.number,
          lines,
          acceptBy: part.accepted_at ? null : acceptBy(part.placed_at, policy),
          promisedBy: part.promised_by,
          url: people.seller.url,
        }),
        about: { type: "seller_order", id: part.id },
      },
      trx,
    )
  }
}
