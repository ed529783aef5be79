import { type Caller, bearer, caller } from "./api"
import { GTIN, PASSWORD, PEOPLE, PIN } from "./small-marketplace"

type HttpClient = Parameters<typeof caller>[0]
type Room = "SELLER" | "BRAND" | "SHOP" | "OPERATOR"

export async function tokenOf(api: HttpClient, email: string, room: Room): Promise<string> {
  const { signIn } = await caller(api)<{ signIn: { rooms: { room: Room; token: string }[] } }>(
    `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`,
    { email, password: PASSWORD },
  )
  const pass = signIn.rooms.find((each) => each.room === room)
  if (!pass) throw new Error(`${email} may not enter ${room}`)
  return pass.token
}

export const inRoom = async (api: HttpClient, email: string, room: Room): Promise<Caller> =>
  caller(api, bearer(await tokenOf(api, email, room)))

/** A clerk with a PIN session. */
export async function atDesk(api: HttpClient, email: string, pin = PIN): Promise<Caller> {
  const token = await tokenOf(api, email, "SHOP")
  const { deskUnlock } = await caller(api, bearer(token))<{ deskUnlock: { token: string } }>(
    `mutation ($pin: String!) { deskUnlock(pin: $pin) { token } }`,
    { pin },
  )
  return caller(api, { ...bearer(token), "x-desk-session": deskUnlock.token })
}

const APPLY = `mutation ($input: SellerApplicationInput!) { applyAsSeller(input: $input) { sellerId state } }`

/** Applies, is approved by the operator and makes one offer: mugs by A, lamps by B. */
export async function openSellers(api: HttpClient): Promise<{ a: string; b: string }> {
  const operator = await inRoom(api, PEOPLE.operator, "OPERATOR")
  const open = async (name: string, email: string, registrationNumber: string) => {
    const { applyAsSeller } = await caller(api)<{ applyAsSeller: { sellerId: string } }>(APPLY, {
      input: {
        name,
        email,
        registrationNumber,
        legalName: `${name} SARL`,
        street: "1 rue des Potiers",
        postalCode: "87000",
        city: "Limoges",
        countryCode: "fr",
        phone: "+33 5 55 00 00 00",
        password: PASSWORD,
        selfCertified: true,
        acceptsTerms: true,
        acceptsShopReturns: true,
      },
    })
    await operator(`mutation ($id: ID!) { approveSeller(id: $id) { state } }`, { id: applyAsSeller.sellerId })
    return applyAsSeller.sellerId
  }
  const a = await open("Tasses & Cie", PEOPLE.sellerA, "44306184100047")
  const b = await open("Lampes du Nord", PEOPLE.sellerB, "55210055400013")
  const offer = `mutation ($input: OfferInput!) { saveOffer(input: $input) { offer { id state } } }`
  await (
    await inRoom(api, PEOPLE.sellerA, "SELLER")
  )(offer, { input: { gtin: GTIN.mug, sku: "A-1", price: 1200, stock: 30 } })
  await (
    await inRoom(api, PEOPLE.sellerB, "SELLER")
  )(offer, { input: { gtin: GTIN.lamp, sku: "B-1", price: 12900, stock: 10 } })
  return { a, b }
}
