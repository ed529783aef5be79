import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { notify } from "../notifications/notify"
import { trackingUrl } from "./carriers"
import { deliveredLetter, shippedLetter } from "./letters"
import { orderPeople } from "./order-people"

/** The shopper reads that a parcel left, with its link, and that it arrived. */
export async function tellParcel(
  container: MedusaContainer,
  what: { readonly kind: "shipped" | "delivered"; readonly sellerOrderId: string; readonly parcelId: string },
  trx: Knex.Transaction,
): Promise<void> {
  const people = await orderPeople(container, what.sellerOrderId, trx)
  const parcel = (await trx("marketplace_parcel").where("id", what.parcelId).first("carrier", "tracking_number")) as {
    carrier: string
    tracking_number: string
  }
  const lines = (await trx("marketplace_parcel_line as p")
    .join("marketplace_seller_order_line as l", "l.line_id", "p.line_id")
    .where("p.parcel_id", what.parcelId)
    .orderBy("l.line_id")
    .select("l.title", "p.quantity")) as { title: string; quantity: number }[]
  const invoice = (await trx("marketplace_sale_document as s")
    .join("ledger_document as d", "d.id", "s.document_id")
    .where("s.parcel_id", what.parcelId)
    .first("d.id", "d.number")) as { id: string; number: string } | undefined
  const story = {
    number: people.number,
    trader: people.trader,
    lines,
    carrier: parcel.carrier,
    trackingNumber: parcel.tracking_number,
    trackingUrl: trackingUrl(parcel.carrier, parcel.tracking_number),
    url: people.shopper.url,
    invoice: invoice ? { number: invoice.number, url: `${people.shopper.url}/documents/${invoice.id}` } : null,
  }
  await notify(
    container,
    {
      key: `${what.kind}:${what.parcelId}`,
      to: people.shopper.to,
      kind: `parcel.${what.kind}`,
      letter: what.kind === "shipped" ? shippedLetter(story) : deliveredLetter(story),
      about: { type: "seller_order", id: what.sellerOrderId },
    },
    trx,
  )
}
