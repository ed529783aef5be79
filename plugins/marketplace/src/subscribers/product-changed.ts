import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { refreshGates } from "../gates/refresh-gates"
import { alignProducts } from "../offers/align-shelf"

/** Whoever changes or unpublishes a catalogue product: the sellers' offers on it follow. */
export default async function productChanged({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const id = event.data.id
  if (event.name === "product.deleted") await alignProducts(container, [id])
  else await refreshGates(container, [id])
}

export const config: SubscriberConfig = { event: ["product.updated", "product.deleted"] }
