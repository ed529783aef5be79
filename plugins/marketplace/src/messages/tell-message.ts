import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { notifyAll, type Reader } from "../notifications/seller-readers"
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
  const sides: { side: Side; readers: readonly Reader[]; url: string }[] = [
    { side: "SHOPPER", readers: [{ suffix: "", to: people.shopper.to }], url: people.shopper.url },
    { side: "SELLER", ...people.seller },
  ]
  for (const { side, readers, url } of sides.filter((each) => each.side !== message.author.role))
    await notifyAll(
      container,
      readers,
      {
        key: `message:${message.id}:${side}`,
        kind: "message.received",
        letter: messageLetter({
          number: people.number,
          from: message.author.role,
          trader: people.trader,
          url: side === "SHOPPER" ? `${url}#messages-${message.head.id}` : url,
        }),
        about: { type: "seller_order", id: message.head.id },
      },
      trx,
    )
}
