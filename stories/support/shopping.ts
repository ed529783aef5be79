import type { Caller } from "./api"

interface StoreApi {
  post(
    path: string,
    body: unknown,
    options: { headers: Record<string, string> },
  ): Promise<{ data: { cart: { id: string } } }>
}

export interface Placed {
  readonly orderId: string
  readonly number: number
  readonly accessToken: string
  readonly total: { readonly amount: number }
}

const ADDRESS = {
  first_name: "Camille",
  last_name: "Durand",
  address_1: "3 quai Saint-Vincent",
  postal_code: "69001",
  city: "Lyon",
  country_code: "fr",
}

export const SHOPPER = "camille@exemple.fr"

/** A guest's cart with its goods, by Medusa's store API as the storefront does it. */
export async function fillCart(
  api: StoreApi,
  shop: { publishableKey: string; regionId: string },
  items: readonly { variant_id: string; quantity: number }[],
): Promise<string> {
  const headers = { "x-publishable-api-key": shop.publishableKey }
  const made = await api.post(
    "/store/carts",
    { region_id: shop.regionId, email: SHOPPER, shipping_address: ADDRESS },
    { headers },
  )
  const { id } = made.data.cart
  for (const item of items)
    await api.post(`/store/carts/${id}/line-items`, item, { headers }).catch((refused: unknown) => {
      const { response } = refused as { response?: { data: unknown } }
      throw new Error(`The cart refused ${JSON.stringify(item)}: ${JSON.stringify(response?.data)}`)
    })
  return id
}

/** Cheapest delivery of every trader. */
export async function chooseCheapestDelivery(shopper: Caller, cartId: string): Promise<void> {
  const { basket } = await shopper<{
    basket: { groups: { deliveryOptions: { id: string; price: { amount: number } }[] }[] }
  }>(`query ($cartId: ID!) { basket(cartId: $cartId) { groups { deliveryOptions { id price { amount } } } } }`, {
    cartId,
  })
  const optionIds = basket.groups.map(
    (group) => [...group.deliveryOptions].sort((a, b) => a.price.amount - b.price.amount)[0]!.id,
  )
  await shopper(
    `mutation ($cartId: ID!, $optionIds: [ID!]!) { chooseDelivery(cartId: $cartId, optionIds: $optionIds) { cartId } }`,
    { cartId, optionIds },
  )
}

export async function placeOrder(shopper: Caller, cartId: string): Promise<Placed> {
  const answer = await shopper<{ placeOrder: Placed }>(
    `mutation ($cartId: ID!) { placeOrder(cartId: $cartId) { orderId number accessToken total { amount } } }`,
    { cartId },
  )
  return answer.placeOrder
}
