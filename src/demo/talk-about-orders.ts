import type { SignedIn } from "@gondola/kit"
import { orderAccessToken } from "@gondola/marketplace"
import type { SellerKey } from "./content/article"
import type { CustomerKey } from "./content/house"
import type { House } from "./open-house"
import type { Placed } from "./place-orders"
import type { Stage } from "./stage"

interface Part {
  readonly id: string
  readonly lines: readonly { readonly id: string }[]
}

/** What people say and contest about their orders: a question, a refused article, a dispute that waits. */
export async function talkAboutOrders(stage: Stage, house: House, placed: readonly Placed[]): Promise<void> {
  const find = (customer: CustomerKey, daysAgo: number): Placed =>
    placed.find(({ purchase }) => purchase.customer === customer && purchase.daysAgo === daysAgo)!
  const memberOf = (seller: SellerKey): SignedIn => house.sellers[seller].member
  const partOf = async (order: Placed, seller: SellerKey): Promise<Part> => {
    const { sellerOrders } = await stage.ask<{ sellerOrders: { items: Part[] } }>(
      memberOf(seller),
      "query($search: String) { sellerOrders(search: $search) { items { id lines { id } } } }",
      { search: String(order.number) },
    )
    return sellerOrders.items[0]!
  }
  const shopperSays = async (order: Placed, seller: SellerKey, [key, body]: readonly [string, string]) =>
    stage.ask(
      null,
      `mutation($accessToken: String!, $id: ID!, $message: MessageInput!) {
        writeAsShopper(accessToken: $accessToken, sellerOrderId: $id, message: $message) { unread } }`,
      {
        accessToken: orderAccessToken(stage.container, order.orderId),
        id: (await partOf(order, seller)).id,
        message: { key, body },
      },
    )

  const lanterns = find("malo", 5.4)
  stage.daysAgo(2.9)
  const question = "Bonjour, quand part la lampe d'architecte ? Les deux lanternes sont bien arrivées au relais."
  await shopperSays(lanterns, "lueur", ["demo-lanterns-1", question])
  stage.daysAgo(2.6)
  await stage.ask(
    memberOf("lueur"),
    `mutation($id: ID!) { writeAsSeller(sellerOrderId: $id, message: { key: "demo-lanterns-2",
      body: "Bonjour, elle est au montage et part demain avec son propre numéro de suivi." }) { unread } }`,
    { id: (await partOf(lanterns, "lueur")).id },
  )
  stage.daysAgo(0.4)
  await shopperSays(lanterns, "lueur", ["demo-lanterns-3", "Merci ! J'attends le numéro."])

  const tapes = find("ines", 2.3)
  stage.daysAgo(1.8)
  const washi = await partOf(tapes, "kumo")
  await stage.ask(
    memberOf("kumo"),
    `mutation($id: ID!, $lines: [UnitsInput!]) { refuseSellerOrderLines(sellerOrderId: $id, key: "demo-refusal",
      lines: $lines, reason: OUT_OF_STOCK, note: "Le lot suivant arrive dans trois semaines.") { id } }`,
    { id: washi.id, lines: [{ lineId: washi.lines[0]!.id, quantity: 1 }] },
  )

  const lamp = find("camille", 26.4)
  stage.daysAgo(1.5)
  const broken = await partOf(lamp, "lueur")
  await stage.ask(
    null,
    `mutation($accessToken: String!, $id: ID!, $dispute: DisputeInput!) {
      openDisputeAsShopper(accessToken: $accessToken, sellerOrderId: $id, dispute: $dispute) { id } }`,
    {
      accessToken: orderAccessToken(stage.container, lamp.orderId),
      id: broken.id,
      dispute: {
        key: "demo-dispute",
        reason: "DAMAGED",
        lineIds: [broken.lines[0]!.id],
        claimed: 2000,
        text: "L'abat-jour est fendu sur toute la hauteur ; je souhaite garder la lampe contre une remise.",
      },
    },
  )
  stage.daysAgo(0)
  stage.tell("customers and sellers have talked")
}
