import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { faceUrl } from "../notifications/face-url"
import type { Notification } from "../notifications/notify"
import { orderAccessToken } from "./access-token"

/** Who is written to about one trader's part of an order, and where each of them reads it. */
export interface OrderPeople {
  readonly number: number
  readonly currency: string
  readonly trader: string
  readonly shopper: { readonly to: Notification["to"]; readonly url: string }
  /** The seller; for the retailer's own part its operator. */
  readonly seller: { readonly to: Notification["to"]; readonly url: string }
}

export async function orderPeople(
  container: MedusaContainer,
  sellerOrderId: string,
  trx: Knex | Knex.Transaction,
): Promise<OrderPeople> {
  const { rows } = (await trx.raw(
    `select o.order_id, o.number, o.currency, o.email, o.customer_id, s.seller_id,
       coalesce(seller.name, retailer.name, '') as trader, coalesce(seller.email, retailer.trader ->> 'email', '') as trader_email, seller.locale,
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
  const room = row.seller_id === null ? "OPERATOR" : "SELLER"
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
      to: {
        email: row.trader_email,
        locale: row.locale === "en" ? "en" : "fr",
        feed: { room, organisationId: row.seller_id },
      },
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
  readonly trader_email: string
  /** The seller's. */
  readonly locale: string | null
  /** The one the order was placed in. */
  readonly shopper_locale: string | null
}
