import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { finishOrder } from "../orders/finish-order"

/** Whoever completed the cart, the order is captured, shared and booked. */
export default async function orderPlaced({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await finishOrder(container, event.data.id)
}

export const config: SubscriberConfig = { event: "order.placed", context: { subscriberId: "marketplace-order-placed" } }
