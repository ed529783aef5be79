import { conflict } from "@gondola/kit"
import { guard } from "./answer"

/**
 * Medusa's own order mutations take no lock and know nothing of sellers, commission and the ledger: two at once corrupt an
 * order for good, and what they move would be booked nowhere.
 */
export const closedForAdmin = guard(async () => {
  throw conflict(
    "This route is closed: it would change an order without its lock, its sellers and the ledger. Use the portal or /graphql.",
  )
})

/** Open to anybody with an order id in Medusa, at any price the caller names. */
export const closedForShoppers = guard(async () => {
  throw conflict("This route is closed. Open the order on its page to withdraw from it, or take the goods to a shop.")
})
