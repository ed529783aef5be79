import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { notify } from "../notifications/notify"
import { orderPeople } from "../orders/order-people"
import { messageLetter } from "./letters"
import type { MessageAuthor, Side } from "./write-message"

/** Everybody of the thread but the author; the letter carries no text of theirs, only where to read it. */
export async function tellMessage(
  container: MedusaContainer,
  message: { readonly id: string; readonly head: { readonly id: string }; readonly author: MessageAuthor },
  trx: Knex.Transaction,
): Promise<void> {
  const people = await orderPeople(container, message.head.id, trx)
  const readers: { side: Side; who: typeof people.shopper }[] = [
    { side: "SHOPPER", who: people.shopper },
    { side: "SELLER", who: people.seller },
  ]
  for (const { side, who } of readers.filter((reader) => reader.side !== message.author.role))
    await notify(
      container,
      {
        key: `message:${message.id}:${side}`,
        to: who.to,
        kind: "message.received",
        letter: messageLetter({
          number: people.number,
          from: message.author.role,
          trader: people.trader,
          url: side === "SHOPPER" ? `${who.url}#messages-${message.head.id}` : who.url,
        }),
        about: { type: "seller_order", id: message.head.id },
      },
      trx,
    )
}
