import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import { assertPurchasable } from "../../orders/purchasable"

/** Whoever fills the basket, by Medusa's store API or otherwise: only what may be sold gets in. */
addToCartWorkflow.hooks.validate(async ({ input }, { container }) => {
  await assertPurchasable(
    container,
    (input.items ?? []).flatMap((item: { variant_id?: string | null }) => item.variant_id ?? []),
  )
})
