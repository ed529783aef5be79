import type { MedusaContainer } from "@medusajs/framework/types"
import { addShippingMethodToCartWorkflow } from "@medusajs/medusa/core-flows"
import { badInput, notFound } from "@gondola/kit"
import { withCartLock } from "./order-lock"
import { type Basket, readBasket } from "./read-basket"

/**
 * One delivery for each trader, set in one call.
 * @throws NOT_FOUND | BAD_INPUT for an option that no trader of the basket offers, or two of one trader
 */
export function chooseDelivery(
  container: MedusaContainer,
  cartId: string,
  optionIds: readonly string[],
): Promise<Basket> {
  return withCartLock(container, cartId, async () => {
    const basket = await readBasket(container, cartId)
    if (!basket) throw notFound("This basket")
    for (const id of optionIds)
      if (!basket.groups.some((group) => group.deliveryOptions.some((option) => option.id === id)))
        throw badInput("No trader of this basket offers that delivery", { optionId: id })
    for (const group of basket.groups)
      if (group.deliveryOptions.filter((option) => optionIds.includes(option.id)).length > 1)
        throw badInput("One delivery for each trader")
    await addShippingMethodToCartWorkflow(container).run({
      input: { cart_id: cartId, options: optionIds.map((id) => ({ id })) },
    })
    const changed = await readBasket(container, cartId)
    if (!changed) throw notFound("This basket")
    return changed
  })
}
