import { addToCartWorkflow, createCartWorkflow } from "@medusajs/medusa/core-flows"
import type { SignedIn } from "@gondola/kit"
import { readProducts, retailerOf, type SellableProduct } from "@gondola/marketplace"
import { signUpCustomer } from "../api/graphql/access/customer-account"
import { Modules } from "@medusajs/framework/utils"
import type { SellerKey } from "./content/article"
import { customers, PASSWORD, type CustomerKey } from "./content/house"
import { purchases, type Progress, type Purchase } from "./content/orders"
import { articles } from "./drafts"
import type { House } from "./open-house"
import type { Stage } from "./stage"

export interface Placed {
  readonly purchase: Purchase
  readonly orderId: string
  readonly number: number
}

/** Customers buy, traders ship, carriers deliver: each on its day, the past first. */
export async function placeOrders(stage: Stage, house: House): Promise<Placed[]> {
  await openAccount(stage, "camille")
  const shelf = await readShelf(stage, house)
  const placed: Placed[] = []
  for (const purchase of purchases) {
    stage.daysAgo(purchase.daysAgo)
    const order = await buy(stage, shelf, purchase)
    placed.push({ purchase, ...order })
  }
  stage.tell(`${placed.length} orders are placed`)
  for (const event of eventsOf(placed, house)) {
    stage.daysAgo(event.daysAgo)
    await event.happens(stage)
  }
  stage.tell("parcels are on their way")
  return placed
}

async function openAccount({ container }: Stage, key: CustomerKey): Promise<void> {
  const { email, firstName, lastName } = customers[key]
  await signUpCustomer(container, { email, firstName, lastName, password: PASSWORD, address: "127.0.0.1" })
}

type Shelf = ReadonlyMap<string, SellableProduct>

async function readShelf({ container }: Stage, { products }: House): Promise<Shelf> {
  const ids = products.map((product) => product.productId)
  const shelf = new Map((await readProducts(container, ids)).map((product) => [product.id, product]))
  return new Map(articles.map((article, index) => [article.title[0], shelf.get(ids[index] ?? "")!]))
}

async function buy(stage: Stage, shelf: Shelf, { customer: key, lines }: Purchase) {
  const { container } = stage
  const { setup } = await retailerOf(container)
  const { email, firstName, lastName, street, postalCode, city } = customers[key]
  const [account] = await container.resolve(Modules.CUSTOMER).listCustomers({ email, has_account: true })
  const address = {
    first_name: firstName,
    last_name: lastName,
    address_1: street,
    postal_code: postalCode,
    city,
    country_code: setup.countryCode,
  }
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: setup.regionId,
      sales_channel_id: setup.salesChannelId,
      currency_code: setup.currency.toLowerCase(),
      email,
      ...(account ? { customer_id: account.id } : {}),
      shipping_address: address,
      billing_address: address,
    },
  })
  const items = lines.map(([title, seller, quantity]) => ({ variant_id: variantOf(shelf, title, seller), quantity }))
  await addToCartWorkflow(container).run({ input: { cart_id: cart.id, items } })
  const { basket } = await stage.ask<{ basket: { groups: { deliveryOptions: { id: string }[] }[] } }>(
    null,
    "query($cartId: ID!) { basket(cartId: $cartId) { groups { deliveryOptions { id } } } }",
    { cartId: cart.id },
  )
  await stage.ask(
    null,
    "mutation($cartId: ID!, $optionIds: [ID!]!) { chooseDelivery(cartId: $cartId, optionIds: $optionIds) { readyToPlace } }",
    { cartId: cart.id, optionIds: basket.groups.map((group) => group.deliveryOptions[0]!.id) },
  )
  const { placeOrder } = await stage.ask<{ placeOrder: { orderId: string; number: number } }>(
    null,
    "mutation($cartId: ID!) { placeOrder(cartId: $cartId) { orderId number } }",
    { cartId: cart.id },
  )
  return placeOrder
}

/** The trader's variant of the article's first choice. */
function variantOf(shelf: Shelf, title: string, seller: SellerKey | "house"): string {
  const offers = shelf.get(title)?.variants[0]?.offers ?? []
  const handles = { brindille: "atelier-brindille", lueur: "lueur-du-nord", kumo: "kumo-paper" }
  const offer = offers.find((one) =>
    seller === "house" ? one.sellerId === null : one.sellerHandle === handles[seller],
  )
  if (!offer) throw new Error(`Nobody called ${seller} offers «${title}»`)
  return offer.purchasableVariantId
}

interface Happening {
  readonly daysAgo: number
  readonly happens: (stage: Stage) => Promise<void>
}

/** What happened to all orders, in the order in which it happened. */
function eventsOf(placed: readonly Placed[], house: House): Happening[] {
  return placed
    .flatMap((order) =>
      Object.entries(order.purchase.progress ?? {}).flatMap(([trader, progress]) =>
        trader === "house"
          ? retailerEvents(order, progress, house.operator)
          : sellerEvents(order, progress, house.sellers[trader as SellerKey].member),
      ),
    )
    .sort((one, other) => other.daysAgo - one.daysAgo)
}

function retailerEvents(
  { orderId, number }: Placed,
  { shipped, delivered }: Progress,
  operator: SignedIn,
): Happening[] {
  const ship =
    'mutation($orderId: ID!, $tracking: String!) { shipRetailerParcel(orderId: $orderId, carrier: "Colis Rapide", trackingNumber: $tracking) }'
  const deliver = "mutation($orderId: ID!) { markRetailerParcelDelivered(orderId: $orderId) }"
  return happenings([
    [shipped, (stage) => stage.ask(operator, ship, { orderId, tracking: `TRV${String(number).padStart(8, "0")}FR` })],
    [delivered, (stage) => stage.ask(operator, deliver, { orderId })],
  ])
}

interface SellerOrderView {
  readonly id: string
  readonly lines: readonly { readonly id: string; readonly quantity: number; readonly shipped: number }[]
  readonly parcels: readonly { readonly id: string }[]
}

function sellerEvents({ number }: Placed, progress: Progress, member: SignedIn): Happening[] {
  const find = async (stage: Stage): Promise<SellerOrderView> => {
    const { sellerOrders } = await stage.ask<{ sellerOrders: { items: SellerOrderView[] } }>(
      member,
      "query($search: String) { sellerOrders(search: $search, pageSize: 5) { items { id lines { id quantity shipped } parcels { id } } } }",
      { search: String(number) },
    )
    const [found] = sellerOrders.items
    if (!found) throw new Error(`The seller does not find order ${number}`)
    return found
  }
  const accept = async (stage: Stage) =>
    stage.ask(member, "mutation($id: ID!) { acceptSellerOrder(id: $id) { id } }", { id: (await find(stage)).id })
  const ship = async (stage: Stage) => {
    const order = await find(stage)
    const lines = (progress.partly ? order.lines.slice(0, 1) : order.lines).map(({ id, quantity }) => ({
      lineId: id,
      quantity,
    }))
    const parcel = { carrier: "Colis Rapide", trackingNumber: `SEL${String(number).padStart(8, "0")}FR`, lines }
    await stage.ask(
      member,
      "mutation($id: ID!, $parcel: ParcelInput!) { shipParcel(sellerOrderId: $id, parcel: $parcel) { id } }",
      { id: order.id, parcel },
    )
  }
  const deliver = async (stage: Stage) => {
    const order = await find(stage)
    for (const { id } of order.parcels)
      await stage.ask(
        member,
        "mutation($order: ID!, $parcel: ID!) { markParcelDelivered(sellerOrderId: $order, parcelId: $parcel) { id } }",
        { order: order.id, parcel: id },
      )
  }
  return happenings([
    [progress.accepted, accept],
    [progress.shipped, ship],
    [progress.delivered, deliver],
  ])
}

const happenings = (
  list: readonly (readonly [number | undefined, (stage: Stage) => Promise<unknown>])[],
): Happening[] =>
  list.flatMap(([daysAgo, happens]) =>
    daysAgo === undefined ? [] : [{ daysAgo, happens: async (stage: Stage) => void (await happens(stage)) }],
  )
