import DataLoader from "dataloader"
import type { GraphqlContext } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { OrderSituation } from "../orders/seller-order-state"
import { type OrderPolicy, readOrderPolicy } from "../order-policy/order-policy"
import { readRedress, type RedressRecord } from "../redress/read-redress"
import { readSituations } from "../redress/situation"

/** Where parts of orders stand, one statement a request. */
export const situationLoader = (context: GraphqlContext): DataLoader<string, OrderSituation> =>
  context.once(
    "orders:situations",
    () =>
      new DataLoader<string, OrderSituation>(
        async (ids) => {
          const found = await readSituations(knexOf(context.scope), ids)
          return ids.map((id) => found.get(id)!)
        },
        // A mutation answers with the order as it stands after it.
        { cache: false },
      ),
  )

export const redressLoader = (context: GraphqlContext): DataLoader<string, RedressRecord[]> =>
  context.once(
    "orders:redress",
    () =>
      new DataLoader<string, RedressRecord[]>(
        async (ids) => {
          const found = await readRedress(context.scope, ids)
          return ids.map((id) => found.filter((each) => each.sellerOrderId === id))
        },
        { cache: false },
      ),
  )

export const policyOnce = (context: GraphqlContext): Promise<OrderPolicy> =>
  context.once("orders:policy", () => readOrderPolicy(context.scope))
