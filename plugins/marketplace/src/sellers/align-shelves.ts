import type { MedusaContainer } from "@medusajs/framework/types"
import { alignShelf } from "../offers/align-shelf"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { gatesOf } from "./read-facts"
import { withSellerLock } from "./with-seller-lock"

const AT_ONCE = 500

/**
 * Gates that turn with the clock: a holiday begins or ends, a paper expires, new terms come into force. Answers with the
 * sellers whose shelf had to be moved.
 */
export async function alignShelves(container: MedusaContainer): Promise<string[]> {
  const moved: string[] = []
  for (let after = ""; ;) {
    const rows = (await knexOf(container)("marketplace_seller")
      .whereIn("state", ["active", "suspended"])
      .whereNull("deleted_at")
      .where("id", ">", after)
      .orderBy("id")
      .limit(AT_ONCE)
      .select("id")) as { id: string }[]
    const last = rows.at(-1)
    if (!last) return moved
    after = last.id
    const sellers = await marketplaceOf(container).listSellers({ id: rows.map(({ id }) => id) }, { take: AT_ONCE })
    const gates = await gatesOf(container, sellers)
    for (const seller of sellers)
      if ((gates.get(seller.id)?.length === 0) !== seller.on_sale) {
        await withSellerLock(container, seller.id, () => alignShelf(container, seller.id))
        moved.push(seller.id)
      }
  }
}
