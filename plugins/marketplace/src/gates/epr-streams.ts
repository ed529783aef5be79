import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

/** Streams for which each seller has given its unique identifier. */
export async function eprStreamsOfSellers(
  container: MedusaContainer,
  sellerIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = (await knexOf(container)("marketplace_seller_epr")
    .whereIn("seller_id", [...sellerIds])
    .select("seller_id as sellerId", "stream")) as { sellerId: string; stream: string }[]
  const streams = new Map<string, Set<string>>(sellerIds.map((id) => [id, new Set()]))
  for (const { sellerId, stream } of rows) streams.get(sellerId)?.add(stream)
  return streams
}
