import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { notify } from "../notifications/notify"
import { notifyAll } from "../notifications/seller-readers"
import { orderPeople } from "../orders/order-people"
import { shopperRedressLetter, traderRedressLetter } from "./letters"
import type { RedressLineRow, RedressRow } from "./redress"

/** Everybody who did not decide it is told, in the transaction that settles it. */
export async function tellRedress(
  container: MedusaContainer,
  { row, lines }: { readonly row: RedressRow; readonly lines: readonly RedressLineRow[] },
  trx: Knex.Transaction,
): Promise<void> {
  const people = await orderPeople(container, row.seller_order_id, trx)
  const story = {
    kind: row.kind,
    number: people.number,
    trader: people.trader,
    lines,
    refund: { amount: row.amount, currency: people.currency },
    note: row.note,
  }
  const about = { type: "seller_order", id: row.seller_order_id }
  await notify(
    container,
    {
      key: `redress-shopper:${row.id}`,
      to: people.shopper.to,
      kind: `order.${row.kind.toLowerCase()}`,
      letter: shopperRedressLetter({ ...story, url: people.shopper.url }),
      about,
    },
    trx,
  )
  if (row.by_role === "SELLER") return
  await notifyAll(
    container,
    people.seller.readers,
    {
      key: `redress-trader:${row.id}`,
      kind: `order.${row.kind.toLowerCase()}`,
      letter: traderRedressLetter({ ...story, url: people.seller.url }),
      about,
    },
    trx,
  )
}
