import type { PrivacyContributor } from "../contributor"
import { erased, kept, nobody, places } from "../places"

const NOBODY = {
  first_name: null,
  last_name: null,
  company: null,
  address_1: null,
  address_2: null,
  phone: null,
  postal_code: null,
  city: null,
  metadata: null,
}

/**
 * Orders stay, for the books are kept ten years; who ordered is taken out of them. The country stays: the VAT hangs on it.
 */
export const orders: PrivacyContributor = {
  name: "orders",
  places: {
    ...places(erased, "marketplace_placed_order", "order", "order_address", "fulfillment_address"),
    ...places(erased, "cart", "cart_address"),
    marketplace_seller_order: nobody("the name of the way of delivery"),
    marketplace_parcel: kept("carrier and number of a parcel of a sale: proof of delivery"),
  },
  async collect(knex, { orderIds }) {
    const placed = (await knex("marketplace_placed_order")
      .whereIn("order_id", [...orderIds])
      .orderBy("placed_at")
      .select("order_id", "number", "placed_at", "total", "currency", "email", "customer_name")) as {
      order_id: string
    }[]
    const lines = (await knex("marketplace_seller_order_line")
      .whereIn("order_id", [...orderIds])
      .select("order_id", "title", "variant_title", "quantity", "unit_price", "total")) as { order_id: string }[]
    const parcels = (await knex("marketplace_parcel")
      .whereIn("order_id", [...orderIds])
      .select("order_id", "carrier", "tracking_number", "shipped_at", "delivered_at")) as { order_id: string }[]
    const refunds = (await knex("marketplace_refund_share")
      .whereIn("order_id", [...orderIds])
      .select("order_id", "amount", "quantity")) as { order_id: string }[]
    const invoices = (await knex("marketplace_sale_document as s")
      .join("ledger_document as d", "d.id", "s.document_id")
      .whereIn("s.order_id", [...orderIds])
      .orderBy(["s.issued_at", "d.number"])
      .select("s.order_id", "d.number", "d.kind", "d.gross", "d.currency")
      .select(knex.raw("d.issue_day::text as issue_day"), knex.raw("d.content -> 'recipient' as recipient"))) as {
      order_id: string
    }[]
    const addresses = (await knex("order as o")
      .join("order_address as a", (on) => on.on("a.id", "o.shipping_address_id").orOn("a.id", "o.billing_address_id"))
      .whereIn("o.id", [...orderIds])
      .select(
        "o.id as order_id",
        "a.first_name",
        "a.last_name",
        "a.address_1",
        "a.address_2",
        "a.postal_code",
        "a.city",
      )
      .select("a.country_code", "a.phone")) as { order_id: string }[]
    const of = <T extends { order_id: string }>(rows: readonly T[], id: string) =>
      rows.filter((row) => row.order_id === id)
    return {
      orders: placed.map((order) => ({
        ...order,
        lines: of(lines, order.order_id),
        parcels: of(parcels, order.order_id),
        refunds: of(refunds, order.order_id),
        invoices: of(invoices, order.order_id),
        addresses: of(addresses, order.order_id),
      })),
    }
  },
  async erase(trx, subject, alias) {
    if (subject.kind !== "CUSTOMER") return {}
    const orderIds = [...subject.orderIds]
    const placed = await trx("marketplace_placed_order")
      .whereIn("order_id", orderIds)
      .update({ email: alias.email, customer_name: alias.name })
    const addressOf = (table: "order" | "cart", ids: unknown) =>
      trx(`${table}_address`).whereIn("id", (list) =>
        list
          .from(
            trx.raw(
              "(select shipping_address_id as id from ?? where id in (?) union select billing_address_id from ?? where id in (?)) as a",
              [table, ids, table, ids] as never,
            ),
          )
          .select("a.id")
          .whereNotNull("a.id"),
      )
    const own = trx("order").whereIn("id", orderIds).orWhereRaw("lower(email) = ?", [subject.email]).select("id")
    const ownCarts = trx("cart")
      .whereIn("customer_id", [...subject.ids])
      .orWhereRaw("lower(email) = ?", [subject.email])
      .select("id")
    const fulfilled = await trx("fulfillment_address")
      .whereIn(
        "id",
        trx("fulfillment as f")
          .join("order_fulfillment as l", "l.fulfillment_id", "f.id")
          .whereIn("l.order_id", own.clone())
          .whereNotNull("f.delivery_address_id")
          .select("f.delivery_address_id"),
      )
      .update(NOBODY)
    const orderAddresses = await addressOf("order", own.clone()).update(NOBODY)
    const cartAddresses = await addressOf("cart", ownCarts.clone()).update(NOBODY)
    const carts = await trx("cart").whereIn("id", ownCarts.clone()).update({ email: alias.email })
    const medusaOrders = await trx("order").whereIn("id", own.clone()).update({ email: alias.email })
    return {
      marketplace_placed_order: placed,
      order: medusaOrders,
      order_address: orderAddresses,
      fulfillment_address: fulfilled,
      cart: carts,
      cart_address: cartAddresses,
    }
  },
  async waitsFor(knex, { kind, orderIds }) {
    if (kind !== "CUSTOMER") return null
    const open = (await knex("marketplace_seller_order")
      .whereIn("order_id", [...orderIds])
      .whereIn("state", ["TO_ACCEPT", "ACCEPTED", "PARTIALLY_SHIPPED", "SHIPPED"])
      .first("id")) as { id: string } | undefined
    return open ? "ORDER" : null
  },
}
