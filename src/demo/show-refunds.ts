import { orderAccessToken, watchRefundClocks } from "@gondola/marketplace"
import type { CustomerKey } from "./content/house"
import type { House } from "./open-house"
import type { Placed } from "./place-orders"
import type { Stage } from "./stage"

interface Declared {
  readonly customer: CustomerKey
  /** Of the order. */
  readonly placed: number
  readonly declared: number
  readonly proved?: number
}

/** Two refunds are late, each on another step of the scale, one is due within four days, one waits for its goods. */
const WITHDRAWALS: readonly Declared[] = [
  { customer: "yanis", placed: 33.4, declared: 28, proved: 26 },
  { customer: "ines", placed: 22.1, declared: 19, proved: 17 },
  { customer: "malo", placed: 18.3, declared: 10.1, proved: 9 },
  { customer: "theo", placed: 12.2, declared: 3 },
]

/** Withdrawals that were declared online and sent back; the refunds wait at the counter, and their clocks run. */
export async function showRefunds(stage: Stage, house: House, placed: readonly Placed[]): Promise<void> {
  for (const { customer, placed: daysAgo, declared, proved } of WITHDRAWALS) {
    const order = placed.find(({ purchase }) => purchase.customer === customer && purchase.daysAgo === daysAgo)!
    const accessToken = orderAccessToken(stage.container, order.orderId)
    stage.daysAgo(declared)
    const { shopperOrder } = await stage.ask<{
      shopperOrder: { withdrawal: { lines: { lineId: string; available: number }[] } }
    }>(
      null,
      "query($accessToken: String!) { shopperOrder(accessToken: $accessToken) { withdrawal { lines { lineId available } } } }",
      { accessToken },
    )
    const { lineId } = shopperOrder.withdrawal.lines.find((line) => line.available > 0)!
    const { declareWithdrawal } = await stage.ask<{ declareWithdrawal: { id: string } }>(
      null,
      `mutation($accessToken: String!, $lineId: ID!) {
        declareWithdrawal(accessToken: $accessToken, lines: [{ lineId: $lineId, quantity: 1 }]) { id } }`,
      { accessToken, lineId },
    )
    if (proved === undefined) continue
    stage.daysAgo(proved)
    await stage.ask(
      house.operator,
      'mutation($id: ID!, $at: DateTime!) { recordDispatchProof(withdrawalId: $id, provedAt: $at, reference: "Colis Rapide") }',
      { id: declareWithdrawal.id, at: stage.now.toISOString() },
    )
  }
  stage.daysAgo(0)
  await watchRefundClocks(stage.container)
  stage.tell("refunds are owed, two of them late")
}
