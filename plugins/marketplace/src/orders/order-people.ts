import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { faceUrl } from "../notifications/face-url"
import type { Notification } from "../notifications/notify"
import { type Reader, sellerReaders } from "../notifications/seller-readers"
import { orderAccessToken } from "./access-token"

/** Who is written to about one trader's part of an order, and where each of them reads it. */
export interface OrderPeople {
  readonly number: number
  readonly currency: string
  readonly trader: string
  readonly shopper: { readonly to: Notification["to"]; readonly url: string }
  /** Those of the seller's team who look after orders; for the retailer's own part its operator. */
  readonly seller: { readonly readers: readonly Reader[]; readonly url: string }
}

export async function orderPeople(
  container: MedusaContainer,
  sellerOrderId: string,
  trx: Knex | Knex.Transaction,
): Promise<OrderPeople> {
  const { rows } = (await trx.raw(
    `select o.order_id, o.number, o.currency, o.email, o.customer_id, s.seller_id,
       coalesce(seller.name, retailer.name, '') as trader, coalesce(retailer.trader ->> 'email', '') as house_email,
       sold.locale as shopper_locale
     from marketplace_seller_order s
     join marketplace_placed_order o on o.order_id = s.order_id
     left join "order" sold on sold.id = o.order_id
     left join marketplace_seller seller on seller.id = s.seller_id
     left join marketplace_retailer retailer on s.seller_id is null
     where s.id = ?`,
    [sellerOrderId],
  )) as { rows: PeopleRow[] }
  const row = rows[0]
  if (!row) throw new Error(`seller order ${sellerOrderId} does not exist`)
  const shopperLocale = row.shopper_locale?.startsWith("en") ? "en" : "fr"
  const house = { email: row.house_email, feed: { room: "OPERATOR" as const, organisationId: null } }
  return {
    number: row.number,
    currency: row.currency,
    trader: row.trader,
    shopper: {
      to: {
        email: row.email,
        locale: shopperLocale,
        ...(row.customer_id ? { feed: { room: "SHOPPER" as const, organisationId: row.customer_id } } : {}),
      },
      url: faceUrl(
        container,
        "storefront",
        `/${shopperLocale}/order/${encodeURIComponent(orderAccessToken(container, row.order_id))}`,
      ),
    },
    seller: {
      readers: row.seller_id ? await sellerReaders(trx, row.seller_id, "orders") : [{ suffix: "", to: house }],
      url: faceUrl(
        container,
        "portal",
        row.seller_id === null ? `/operator/orders/${row.order_id}` : `/seller/orders/${sellerOrderId}`,
      ),
    },
  }
}

interface PeopleRow {
  readonly order_id: string
  readonly number: number
  readonly currency: string
  readonly email: string
  readonly customer_id: string | null
  readonly seller_id: string | null
  readonly trader: string
  readonly house_email: string
  /** The one the order was placed in. */
  readonly shopper_locale: string | null
}
