import type { MedusaContainer } from "@medusajs/framework/types"
import { parisDay, type Period } from "./period"
import { select } from "./query"

/** Where something happens: on the web (and by parcel), or in a shop. */
export type Channel = "web" | "shop"

/** An order by its channels, without its returns. */
export interface OrderChannels {
  readonly orderId: string
  readonly number: number
  readonly placedAt: Date
  readonly day: string
  readonly sold: Channel
  /** Where the goods were handed over; an order in several parts may have both. */
  readonly handed: readonly Channel[]
}

/** K3's question: whether an order was sold in one channel and handed over or brought back in another. */
export const crossesChannels = (sold: Channel, others: readonly Channel[]): boolean =>
  others.some((channel) => channel !== sold)

/**
 * The orders of a period. Sold in a shop is what came through another sales channel than the web's; handed over in a shop
 * is what was delivered by an option of a pickup point. Parts that never went (refused, cancelled) hand nothing over.
 */
export async function orderChannels(
  container: MedusaContainer,
  { from, to }: Pick<Period, "from" | "to">,
): Promise<OrderChannels[]> {
  return select<OrderChannels>(
    container,
    `select o.order_id as "orderId", o.number, o.placed_at as "placedAt", ${parisDay("o.placed_at")} as day,
       case when sold.sales_channel_id <> (select setup ->> 'salesChannelId' from marketplace_retailer) then 'shop'
         else 'web' end as sold,
       array(
         select distinct case when f.type = 'pickup' then 'shop' else 'web' end
         from marketplace_seller_order s
         left join shipping_option so on so.id = s.shipping_option_id
         left join service_zone z on z.id = so.service_zone_id
         left join fulfillment_set f on f.id = z.fulfillment_set_id
         where s.order_id = o.order_id and s.state not in ('REFUSED', 'CANCELLED')
       ) as handed
     from marketplace_placed_order o left join "order" sold on sold.id = o.order_id
     where o.placed_at >= :from and o.placed_at < :to order by o.placed_at desc, o.number desc`,
    { from, to },
  )
}
