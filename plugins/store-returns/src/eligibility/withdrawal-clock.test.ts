import fc from "fast-check"
import { cents } from "@gondola/kit"
import { isWorkingDay, localDay } from "./calendar"
import type { OrderFacts } from "./types"
import { receiptOfLastParcel, refundDue, refundDueAt, withdrawalClock, withdrawalDeadline } from "./withdrawal-clock"

const order = (deliveries: (string | null)[]): OrderFacts => ({
  lines: deliveries.map((at, index) => ({
    lineId: `l${index}`,
    sellerId: null,
    quantity: 1,
    total: cents(1000),
    delivered: at ? 1 : 0,
    returned: 0,
    deliveredAt: at ? new Date(at) : null,
    categoryHandles: [],
    returnableInShop: true,
  })),
  groups: deliveries.map((at, index) => ({
    parcels: [{ deliveredAt: at ? new Date(at) : null, lines: [{ lineId: `l${index}`, quantity: 1 }] }],
  })),
})

describe("withdrawal clock", () => {
  it.each([
    ["a Friday", "2026-11-06T10:00:00Z", "2026-11-20T22:59:59.999Z"],
    ["ends on a Sunday: Monday", "2026-11-08T10:00:00Z", "2026-11-23T22:59:59.999Z"],
    ["ends on Christmas, a Friday: Monday", "2026-12-11T10:00:00Z", "2026-12-28T22:59:59.999Z"],
    ["ends on Easter Monday: Tuesday", "2026-03-23T10:00:00Z", "2026-04-07T21:59:59.999Z"],
    ["ends on Ascension Day: Friday", "2026-04-30T10:00:00Z", "2026-05-15T21:59:59.999Z"],
    ["late in the evening of the next day in Paris", "2026-11-05T23:30:00Z", "2026-11-20T22:59:59.999Z"],
    ["over the change of the clocks", "2026-10-16T10:00:00Z", "2026-10-30T22:59:59.999Z"],
  ])("received on %s", (_name, received, until) => {
    expect(withdrawalDeadline(new Date(received)).toISOString()).toBe(until)
  })

  it("closes one millisecond after the last instant", () => {
    const facts = order(["2026-11-06T10:00:00Z"])
    expect(withdrawalClock(facts, new Date("2026-11-20T22:59:59.999Z")).open).toBe(true)
    expect(withdrawalClock(facts, new Date("2026-11-20T23:00:00.000Z")).open).toBe(false)
  })

  it("starts with the order's last parcel and has no end while one is missing", () => {
    const missing = order(["2026-11-02T10:00:00Z", null])
    expect(withdrawalClock(missing, new Date("2027-06-01T00:00:00Z"))).toEqual({ open: true, until: null })
    const both = order(["2026-11-02T10:00:00Z", "2026-11-06T09:00:00Z"])
    expect(receiptOfLastParcel(both)?.toISOString()).toBe("2026-11-06T09:00:00.000Z")
  })

  it("always ends on a working day, fourteen to nineteen days later", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2024-01-01"), max: new Date("2034-12-31"), noInvalidDate: true }), (at) => {
        const last = localDay(withdrawalDeadline(at))
        expect(isWorkingDay(last)).toBe(true)
        const days = Math.round(last.diff(localDay(at), "days").days)
        expect(days).toBeGreaterThanOrEqual(14)
        expect(days).toBeLessThanOrEqual(19)
      }),
    )
  })

  it("wants the refund within fourteen days of the declaration, week-end or not", () => {
    expect(refundDueAt(new Date("2026-11-08T10:00:00Z")).toISOString()).toBe("2026-11-22T22:59:59.999Z")
  })
})

describe("the last day of a refund", () => {
  const declaredAt = new Date("2026-11-08T10:00:00Z")
  const due = "2026-11-22T22:59:59.999Z"

  it("is the fourteenth after the declaration where the goods or their proof came in time", () => {
    expect(refundDue({ declaredAt, goodsAt: declaredAt, proofAt: null })?.toISOString()).toBe(due)
    expect(refundDue({ declaredAt, goodsAt: null, proofAt: new Date("2026-11-22T22:59:00Z") })?.toISOString()).toBe(due)
  })

  it("waits for the goods or the proof, whichever comes first, and has no day while neither came", () => {
    const goodsAt = new Date("2026-12-03T09:00:00Z")
    expect(refundDue({ declaredAt, goodsAt, proofAt: null })?.toISOString()).toBe("2026-12-03T22:59:59.999Z")
    const proofAt = new Date("2026-11-25T09:00:00Z")
    expect(refundDue({ declaredAt, goodsAt, proofAt })?.toISOString()).toBe("2026-11-25T22:59:59.999Z")
    expect(refundDue({ declaredAt, goodsAt: null, proofAt: null })).toBeNull()
  })
})
