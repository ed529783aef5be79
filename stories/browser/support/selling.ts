import { bearer, type Caller, caller } from "../../support/api"
import { chooseCheapestDelivery, fillCart, type Placed, placeOrder } from "../../support/shopping"
import type { House } from "./chromium"
import { frenchTrader } from "./traders"

const PASSWORD = "parapluie-violet-42"
export const OPERATOR = "julie@travee.example"

/** A shop of its own for one journey, so that suspending or paying it disturbs nobody. */
export interface Shop {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly member: Caller
}

interface HttpAnswer {
  readonly data: never
}

/** What the shared helpers of the stories speak to: the marketplace that is open now. */
export function httpOf({ api }: House) {
  return {
    post: async (
      path: string,
      body: unknown,
      { headers }: { headers: Record<string, string> },
    ): Promise<HttpAnswer> => {
      const plain = Buffer.isBuffer(body)
      const response = await fetch(`${api}${path}`, {
        method: "POST",
        headers: { ...headers, "content-type": plain ? "application/octet-stream" : "application/json" },
        body: plain ? new Uint8Array(body) : JSON.stringify(body),
      })
      const data = (await response.json()) as never
      if (!response.ok)
        throw Object.assign(new Error(`${path}: ${response.status} ${JSON.stringify(data)}`), { response: { data } })
      return { data }
    },
  }
}

export async function tokenOf(house: House, email: string, room: "SELLER" | "OPERATOR"): Promise<string> {
  const { signIn } = await caller(httpOf(house))<{ signIn: { rooms: { room: string; token: string }[] } }>(
    `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`,
    { email, password: PASSWORD },
  )
  const pass = signIn.rooms.find((each) => each.room === room)
  if (!pass) throw new Error(`${email} may not enter ${room}`)
  return pass.token
}

export const inRoom = async (house: House, email: string, room: "SELLER" | "OPERATOR"): Promise<Caller> =>
  caller(httpOf(house), bearer(await tokenOf(house, email, room)))

const paper = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", "latin1")

/** Applies, hands in what the checklist asks for, is reviewed and accepted: journey 1 does it by hand. */
export async function openShop(
  house: House,
  operator: Caller,
  given: { name: string; locale: "fr" | "en" },
): Promise<Shop> {
  const http = httpOf(house)
  const { person, name, ...file } = frenchTrader(given.name)
  const { startSellerApplication } = await caller(http)<{ startSellerApplication: { sellerId: string } }>(
    `mutation ($input: StartApplicationInput!) { startSellerApplication(input: $input) { sellerId } }`,
    { input: { email: file.email, password: PASSWORD, personName: person, shopName: name, locale: given.locale } },
  )
  const id = startSellerApplication.sellerId
  const token = await tokenOf(house, file.email, "SELLER")
  const member = caller(http, bearer(token))
  const { saveSellerFile } = await member<{
    saveSellerFile: { problems: object[]; file: { checklist: { code: string; kind: string; needsExpiry: boolean }[] } }
  }>(
    `mutation ($input: SellerFileInput!) { saveSellerFile(input: $input) {
      problems { field message } file { checklist { code kind needsExpiry } } } }`,
    {
      input: { ...file, legalForm: "COMPANY", selfCertified: true, acceptsTerms: true, acceptsShopReturns: true },
    },
  )
  expect(saveSellerFile.problems).toEqual([])
  const expires = `${new Date().getFullYear() + 3}-06-30`
  for (const { code, needsExpiry } of saveSellerFile.file.checklist.filter(({ kind }) => kind === "DOCUMENT")) {
    const query = new URLSearchParams({ requirement: code, name: `${code}.pdf`, expires: needsExpiry ? expires : "" })
    const { data } = await http.post(`/portal/seller-documents?${query}`, paper, { headers: bearer(token) })
    await operator(
      `mutation ($id: ID!, $expiresOn: String) { reviewDocument(id: $id, accept: true, expiresOn: $expiresOn) { papersKeptUntil } }`,
      { id: (data as { id: string }).id, expiresOn: needsExpiry ? expires : null },
    )
  }
  await member(`mutation { saveBankAccount(iban: "FR76 3000 6000 0112 3456 7890 189") { id } }`)
  await member(`mutation { handInApplication { id } }`)
  await operator(`mutation ($id: ID!) { approveSeller(id: $id) { state } }`, { id })
  return { id, name, email: file.email, member }
}

/** Puts a product of the catalogue on the shop's shelf. @returns the variant to be bought */
export async function offer(
  shop: Shop,
  { gtin, price, stock }: { gtin: string; price: number; stock: number },
): Promise<string> {
  const { saveOffer } = await shop.member<{ saveOffer: { offer: { purchasableVariantId: string } } }>(
    `mutation ($input: OfferInput!) { saveOffer(input: $input) { offer { purchasableVariantId } } }`,
    { input: { gtin, sku: `M-${gtin}`, price, stock } },
  )
  return saveOffer.offer.purchasableVariantId
}

/** A guest buys, with the cheapest delivery. */
export async function buy(house: House, items: readonly { variant_id: string; quantity: number }[]): Promise<Placed> {
  const http = httpOf(house)
  const shopper = caller(http)
  const { storefrontConfig } = await shopper<{ storefrontConfig: { publishableKey: string; regionId: string } }>(
    `{ storefrontConfig { publishableKey regionId } }`,
  )
  const cartId = await fillCart(http, storefrontConfig, items)
  await chooseCheapestDelivery(shopper, cartId)
  return placeOrder(shopper, cartId)
}

/** The shop accepts its part of an order, sends all of it in one parcel and says that it arrived. */
export async function deliver({ member }: Shop, orderNumber: number): Promise<void> {
  const { sellerOrders } = await member<{
    sellerOrders: { items: { id: string; lines: { id: string; quantity: number }[] }[] }
  }>(`query ($search: String) { sellerOrders(search: $search) { items { id lines { id quantity } } } }`, {
    search: String(orderNumber),
  })
  const order = sellerOrders.items[0]!
  const id = order.id
  await member(`mutation ($id: ID!) { acceptSellerOrder(id: $id) { state } }`, { id })
  const lines = order.lines.map((line) => ({ lineId: line.id, quantity: line.quantity }))
  const { shipParcel } = await member<{ shipParcel: { parcels: { id: string }[] } }>(
    `mutation ($id: ID!, $parcel: ParcelInput!) { shipParcel(sellerOrderId: $id, parcel: $parcel) { parcels { id } } }`,
    { id, parcel: { carrier: "Colissimo", trackingNumber: "6A10203040506", lines } },
  )
  await member(
    `mutation ($id: ID!, $parcel: ID!) { markParcelDelivered(sellerOrderId: $id, parcelId: $parcel) { state } }`,
    { id, parcel: shipParcel.parcels[0]!.id },
  )
}
