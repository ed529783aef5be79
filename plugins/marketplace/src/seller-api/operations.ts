import type { Operation } from "./operation"
import { catalogueOperations } from "./tables/catalogue"
import { figureOperations } from "./tables/figures"
import { importOperations } from "./tables/imports"
import { moneyOperations } from "./tables/money"
import { orderOperations } from "./tables/orders"
import { talkOperations } from "./tables/talk"
import { webhookOperations } from "./tables/webhooks"

const own: readonly Operation[] = [
  ...catalogueOperations,
  ...importOperations,
  ...orderOperations,
  ...talkOperations,
  ...moneyOperations,
  ...figureOperations,
  ...webhookOperations,
]

const added = new Map<string, Operation>()

/** A plugin brings what a seller's programs may ask of it. */
export function addSellerOperation(operation: Operation): void {
  added.set(operation.id, operation)
}

export const sellerOperations = (): readonly Operation[] => [...own, ...added.values()]
