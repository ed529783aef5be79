import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cents } from "@gondola/kit"
import { readSoldOrder, type SoldLine, type SoldOrder } from "@gondola/marketplace"
import { openDeclared } from "../eligibility/free-quantity"
import { lineToday, type LineToday } from "../eligibility/line-bases"
import { withdrawalClock, type WithdrawalClock } from "../eligibility/withdrawal-clock"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { DeliveryFacts } from "../quote/quote-return"
import { isSettled } from "../state/machine"
import { standardDeliveries } from "./standard-deliveries"

/** Everything that the rules need to know of one order, read at one moment. */
export interface ReturnContext {
  readonly order: SoldOrder
  readonly clock: WithdrawalClock
  readonly deliveries: readonly DeliveryFacts[]
  /** Units taken back under withdrawal by settled returns, by order line. */
  readonly withdrawnBefore: Readonly<Record<string, number>>
  /** Units named by declarations that have not come back yet, by order line. */
  readonly declaredOpen: Readonly<Record<string, number>>
  readonly firstDeclaredAt: Date | null
  today(line: SoldLine): LineToday
}

interface DeclaredLine {
  readonly lineId: string
  readonly quantity: number
}

/** @throws NOT_FOUND */
export async function readReturnContext(
  container: MedusaContainer,
  orderId: string,
  now: Date,
): Promise<ReturnContext> {
  const service = storeReturnsOf(container)
  const order = await readSoldOrder(container, orderId)
  const [requested, before, declarations, standard] = await Promise.all([
    requestedQuantities(container, orderId),
    service.listStoreReturns({ order_id: orderId }, { relations: ["lines"], take: 1000 }),
    service.listWithdrawalDeclarations({ order_id: orderId }, { order: { declared_at: "ASC" }, take: 1000 }),
    standardDeliveries(container, order),
  ])
  const settled = before.filter((each) => isSettled(each.state))
  const clock = withdrawalClock(order, now)
  const withdrawnBefore = tally(
    settled.flatMap((each) =>
      each.lines
        .filter((line) => line.basis === "WITHDRAWAL")
        .map((line) => ({ lineId: line.order_line_id, quantity: line.quantity })),
    ),
  )
  const declaredOpen = openDeclared([
    ...declarations.flatMap((each) =>
      (each.lines as unknown as DeclaredLine[]).map((line) => ({
        at: each.declared_at,
        lineId: line.lineId,
        units: line.quantity,
      })),
    ),
    ...settled.flatMap((each) =>
      each.lines
        .filter((line) => line.basis === "WITHDRAWAL")
        .map((line) => ({ at: each.accepted_at ?? each.opened_at, lineId: line.order_line_id, units: -line.quantity })),
    ),
  ])
  const refundedDeliveries = settled.flatMap(
    (each) => each.deliveries as unknown as { sellerId: string | null; refund: number }[],
  )
  return {
    order,
    clock,
    withdrawnBefore,
    declaredOpen,
    firstDeclaredAt: declarations[0]?.declared_at ?? null,
    deliveries: order.groups.map((group) => ({
      sellerId: group.sellerId,
      traderName: group.traderName,
      paid: group.delivery,
      standard: standard.get(group.sellerId) ?? group.delivery,
      alreadyRefunded: cents(
        refundedDeliveries.filter((d) => d.sellerId === group.sellerId).reduce((a, d) => a + d.refund, 0),
      ),
    })),
    today: (line) =>
      lineToday(line, {
        clock,
        now,
        requested: requested[line.lineId] ?? 0,
        declared: declaredOpen[line.lineId] ?? 0,
      }),
  }
}

/** Units that Medusa knows as requested and not yet received, by whichever way they were requested. */
async function requestedQuantities(container: MedusaContainer, orderId: string): Promise<Record<string, number>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "items.id", "items.detail.return_requested_quantity"],
    filters: { id: orderId },
  })
  const items = (data[0]?.items ?? []) as { id: string; detail?: { return_requested_quantity?: unknown } }[]
  return Object.fromEntries(items.map((item) => [item.id, Number(item.detail?.return_requested_quantity ?? 0)]))
}

function tally(lines: readonly DeclaredLine[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const line of lines) counts[line.lineId] = (counts[line.lineId] ?? 0) + line.quantity
  return counts
}
