import { customers, shops } from "./content/house"
import { RETURNED } from "./content/orders"
import type { Placed } from "./place-orders"
import type { SignedIn } from "@gondola/kit"
import type { Stage } from "./stage"

interface Found {
  readonly deskFind: {
    readonly orderId: string
    readonly lines: readonly { readonly lineId: string; readonly title: string }[]
  }
}

interface Settled {
  readonly settleReturn: {
    readonly id: string
    readonly lines: readonly { readonly id: string; readonly title: string }[]
  }
}

/** Louise brings a T-shirt and two mugs back to Lyon; the mugs wait for their seller in the cage. */
export async function takeReturn(stage: Stage, clerk: SignedIn, placed: readonly Placed[]): Promise<void> {
  const order = placed.find(({ purchase }) => purchase === RETURNED)
  const counter = shops[0]?.staff[0]
  if (!order || !counter) throw new Error("There is no order to bring back")
  stage.daysAgo(2.1)
  const { deskUnlock } = await stage.ask<{ deskUnlock: { token: string } }>(
    clerk,
    "mutation($pin: String!) { deskUnlock(pin: $pin) { token } }",
    { pin: counter.pin },
  )
  const desk = { "x-desk-session": deskUnlock.token }
  const { deskFind } = await stage.ask<Found>(
    clerk,
    "mutation($number: Int, $email: String) { deskFind(number: $number, email: $email) { orderId lines { lineId title } } }",
    { number: order.number, email: customers[RETURNED.customer].email },
    desk,
  )
  const { openReturn } = await stage.ask<{ openReturn: { id: string } }>(
    clerk,
    'mutation($orderId: ID!) { openReturn(orderId: $orderId, idempotencyKey: "demonstration") { id } }',
    { orderId: deskFind.orderId },
    desk,
  )
  const lines = deskFind.lines.flatMap(({ lineId, title }) => {
    const quantity = title.includes("Mug") ? 2 : title.includes("T-shirt") ? 1 : 0
    return quantity
      ? [{ lineId, quantity, basis: "WITHDRAWAL", reason: "CHANGED_MIND", grade: title.includes("Mug") ? "G2" : "G1" }]
      : []
  })
  await stage.ask(
    clerk,
    "mutation($id: ID!, $lines: [ReturnLineInput!]!) { quoteReturn(returnId: $id, lines: $lines) { id } }",
    { id: openReturn.id, lines },
    desk,
  )
  const { settleReturn } = await stage.ask<Settled>(
    clerk,
    "mutation($id: ID!, $signature: String!) { settleReturn(returnId: $id, signature: $signature) { id lines { id title } } }",
    {
      id: openReturn.id,
      signature:
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 40'><path d='M8 28q14-30 22 0t20-8 18 6 40-12' fill='none' stroke='#222' stroke-width='2'/></svg>",
    },
    desk,
  )
  for (const { id, title } of settleReturn.lines)
    await stage.ask(
      clerk,
      "mutation($id: ID!, $to: Disposition!) { disposeReturnLine(returnLineId: $id, disposition: $to) { id } }",
      { id, to: title.includes("Mug") ? "CAGE" : "SELLABLE" },
      desk,
    )
  await stage.ask(clerk, "mutation { deskLock }", {}, desk)
  stage.tell("a return is settled and waits in the cage")
}
