import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { decideDispute, openDispute, sellerOrderHead } from "@gondola/marketplace"
import { returnsAudit } from "../audit/returns-audit"
import { databaseOf } from "../settlement/database"
import { pendingMicros } from "../settlement/pending-difference"

export interface MeetingHouse {
  readonly container: MedusaContainer
  readonly sellerId: string
  /** Places three mugs, 36.00 with 4.90 of delivery, and lets them arrive. */
  deliverMugs(): Promise<{ readonly orderId: string; readonly lineId: string }>
  quote(orderId: string, lineId: string, units: number): Promise<{ readonly id: string; readonly total: number }>
  /** The state, or the code of the error. */
  settle(id: string): Promise<string>
}

const OPERATOR = { role: "OPERATOR", id: "user_1" } as const
const RULING = { decision: "REFUND_FULL", amount: null, statement: "The mugs were broken in their parcel." } as const

async function disputed(
  { container, sellerId }: MeetingHouse,
  at: { orderId: string; lineId: string },
  claimed: number,
) {
  const head = await sellerOrderHead(container, sellerId, { orderId: at.orderId })
  const draft = { key: `meet-${at.orderId}`, reason: "DAMAGED" as const, lineIds: [at.lineId], claimed }
  return openDispute(container, head, { role: "SHOPPER", id: "shopper" }, { ...draft, text: "They came in pieces." })
}

async function givenBack({ container }: MeetingHouse, orderId: string): Promise<number> {
  const { rows } = (await databaseOf(container).raw(
    `select coalesce(sum(r.amount), 0) * 100 as cents from order_payment_collection l
     join payment p on p.payment_collection_id = l.payment_collection_id join refund r on r.payment_id = p.id
     where l.order_id = ? and r.deleted_at is null and l.deleted_at is null`,
    [orderId],
  )) as { rows: { cents: string }[] }
  return Math.round(Number(rows[0]!.cents))
}

const PAID = 4_090

/** A signed return whose money is on its way, then a dispute over the same line, then the rest of the goods. */
export async function disputeBehindSignedReturn(house: MeetingHouse): Promise<void> {
  const at = await house.deliverMugs()
  const first = await house.quote(at.orderId, at.lineId, 1)
  expect(first.total).toBe(1_200)
  const payments = house.container.resolve(Modules.PAYMENT)
  const down = jest.spyOn(payments, "refundPayment").mockRejectedValueOnce(new Error("card network is down"))
  expect(await house.settle(first.id)).toBe("SETTLEMENT_UNFINISHED")
  down.mockRestore()

  await expect(disputed(house, at, PAID)).rejects.toMatchObject({ code: "BAD_INPUT" })
  const dispute = await disputed(house, at, PAID - 1_200)
  expect(await decideDispute(house.container, dispute, OPERATOR, RULING)).toMatchObject({ refunded: PAID - 1_200 })
  expect(await house.settle(first.id)).toBe("REFUNDED")
  expect(await givenBack(house, at.orderId)).toBe(PAID)

  const rest = await house.quote(at.orderId, at.lineId, 2)
  expect(rest.total).toBe(0)
  expect(await house.settle(rest.id)).toBe("REFUNDED")
  expect(await givenBack(house, at.orderId)).toBe(PAID)
  expect(await pendingMicros(house.container, at.orderId)).toBe(0)
  expect((await returnsAudit.run(house.container)).findings).toEqual([])
}

/** The clerk and the operator press at the same time: one of them gives everything back, the other nothing. */
export async function returnAndDisputeAtOnce(house: MeetingHouse): Promise<void> {
  const at = await house.deliverMugs()
  const quoted = await house.quote(at.orderId, at.lineId, 3)
  expect(quoted.total).toBe(PAID)
  const dispute = await disputed(house, at, PAID)
  const [settled, decided] = await Promise.all([
    house.settle(quoted.id),
    decideDispute(house.container, dispute, OPERATOR, RULING).then(
      () => "PAID",
      (error: { code?: string }) => error.code,
    ),
  ])
  expect([
    ["REFUNDED", "BAD_INPUT"],
    ["QUOTE_STALE", "PAID"],
  ]).toContainEqual([settled, decided])
  expect(await givenBack(house, at.orderId)).toBe(PAID)
  expect(await pendingMicros(house.container, at.orderId)).toBe(0)
  expect((await returnsAudit.run(house.container)).findings).toEqual([])
}
