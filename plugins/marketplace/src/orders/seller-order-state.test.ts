import fc from "fast-check"
import { allowedActions, type OrderSide, type OrderSituation, sellerOrderState } from "./seller-order-state"

const line = (quantity: number, gone: number, shipped = 0, delivered = 0) => ({ quantity, gone, shipped, delivered })

describe("state with what fell away", () => {
  it("ends refused by the trader or cancelled by others when nothing is left", () => {
    expect(sellerOrderState(false, [line(2, 2), line(1, 1)], { refused: true })).toBe("REFUSED")
    expect(sellerOrderState(true, [line(2, 2)], { refused: false })).toBe("CANCELLED")
  })

  it("counts only what is kept", () => {
    expect(sellerOrderState(true, [line(3, 1, 2, 2)], { refused: true })).toBe("DELIVERED")
    expect(sellerOrderState(true, [line(3, 1, 1)], { refused: true })).toBe("PARTIALLY_SHIPPED")
    expect(sellerOrderState(true, [line(3, 2, 1), line(1, 1)], { refused: true })).toBe("SHIPPED")
    expect(sellerOrderState(false, [line(3, 1)], { refused: true })).toBe("TO_ACCEPT")
  })

  it("shows an incident over everything", () => {
    expect(sellerOrderState(true, [line(1, 0, 1, 1)], { incident: true })).toBe("INCIDENT")
  })
})

const at = (over: Partial<OrderSituation> = {}): OrderSituation => ({
  accepted: false,
  retailer: false,
  incident: false,
  waiting: 2,
  packed: 0,
  delivered: 0,
  ...over,
})

describe("what a side may do", () => {
  it("lets the shopper cancel until the trader accepts, and of the retailer until something is packed", () => {
    expect(allowedActions("SHOPPER", at())).toContain("CANCEL")
    expect(allowedActions("SHOPPER", at({ accepted: true }))).not.toContain("CANCEL")
    expect(allowedActions("SHOPPER", at({ accepted: true, retailer: true }))).toContain("CANCEL")
    expect(allowedActions("SHOPPER", at({ accepted: true, retailer: true, packed: 1 }))).not.toContain("CANCEL")
    expect(allowedActions("OPERATOR", at({ accepted: true, packed: 1 }))).toContain("CANCEL")
  })

  it("opens disputes once something was sent, one at a time, and never by the operator", () => {
    expect(allowedActions("SHOPPER", at())).not.toContain("DISPUTE")
    expect(allowedActions("SHOPPER", at({ packed: 1 }))).toContain("DISPUTE")
    expect(allowedActions("SHOPPER", at({ packed: 1, incident: true }))).not.toContain("DISPUTE")
    expect(allowedActions("OPERATOR", at({ packed: 1 }))).not.toContain("DISPUTE")
  })

  it("never lets a unit that does not wait be shipped, refused or cancelled, nor a seller ship before it accepts", () => {
    const situation = fc.record({
      accepted: fc.boolean(),
      retailer: fc.boolean(),
      incident: fc.boolean(),
      waiting: fc.nat(3),
      packed: fc.nat(3),
      delivered: fc.nat(3),
    })
    fc.assert(
      fc.property(situation, fc.constantFrom<OrderSide>("SHOPPER", "SELLER", "OPERATOR", "SYSTEM"), (where, side) => {
        const actions = allowedActions(side, where)
        if (where.waiting === 0)
          expect(actions.filter((action) => ["ACCEPT", "SHIP", "REFUSE", "CANCEL"].includes(action))).toEqual([])
        if (!where.accepted) expect(actions).not.toContain("SHIP")
        if (where.accepted) expect(actions).not.toContain("ACCEPT")
        if (side === "SHOPPER")
          expect(actions.some((action) => ["ACCEPT", "SHIP", "REFUSE"].includes(action))).toBe(false)
      }),
    )
  })
})
