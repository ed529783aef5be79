import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { placeOrder } from "../../orders/place-order"
import { guard } from "./answer"

const SHOPPERS_TURN = new Set<string>([
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
])

/** Medusa's completion route, answered in its shape by the one way to place an order. */
export const completeCart = guard(async (req: MedusaRequest, res: MedusaResponse) => {
  const cartId = req.params.id ?? ""
  try {
    const { orderId } = await placeOrder(req.scope, cartId)
    res.status(200).json({ type: "order", order: await read(req, "order", orderId) })
  } catch (error) {
    const refused = error as MedusaError
    if (!SHOPPERS_TURN.has(refused.type)) throw error
    const { message, name, type } = refused
    res.status(200).json({ type: "cart", cart: await read(req, "cart", cartId), error: { message, name, type } })
  }
})

async function read(req: MedusaRequest, entity: "order" | "cart", id: string): Promise<unknown> {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity,
    fields: [
      ...["id", "email", "currency_code", "total", "item_total", "shipping_total", "tax_total"],
      ...["items.*", "shipping_methods.*", "shipping_address.*"],
      ...(entity === "order" ? ["display_id", "status", "created_at"] : ["completed_at"]),
    ],
    filters: { id },
  })
  return data[0]
}
