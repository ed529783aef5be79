import fc from "fast-check"
import { FIRST_LINK, sealOf, type StoredAct, withoutPrivate } from "./act"

const act: StoredAct = {
  id: "1",
  actor_type: "OPERATOR",
  actor_id: "user_1",
  action: "seller.suspend",
  subject_type: "seller",
  subject_id: "sel_1",
  order_id: null,
  seller_id: "sel_1",
  at: new Date("2026-11-22T08:00:00Z"),
  details: { reason: "counterfeit", from: "active" },
}

describe("the seal of an act", () => {
  it("does not depend on the order in which the database gives keys back", () => {
    const turned = { ...act, details: { from: "active", reason: "counterfeit" } }
    expect(sealOf(FIRST_LINK, turned)).toBe(sealOf(FIRST_LINK, act))
  })

  it("changes with every column and with the link before", () => {
    const seal = sealOf(FIRST_LINK, act)
    const changed: StoredAct[] = [
      { ...act, id: "2" },
      { ...act, actor_type: "SYSTEM" },
      { ...act, actor_id: "user_2" },
      { ...act, action: "seller.approve" },
      { ...act, subject_type: "order" },
      { ...act, subject_id: "sel_2" },
      { ...act, order_id: "order_1" },
      { ...act, seller_id: null },
      { ...act, at: new Date("2026-11-22T08:00:01Z") },
      { ...act, details: { from: "active" } },
    ]
    expect(new Set([seal, sealOf(seal, act), ...changed.map((each) => sealOf(FIRST_LINK, each))]).size).toBe(12)
  })

  it("tells two columns apart from one that holds both", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const split = { ...act, action: a, subject_type: b }
        const joined = { ...act, action: a + b, subject_type: "" }
        return b === "" || sealOf(FIRST_LINK, split) !== sealOf(FIRST_LINK, joined)
      }),
    )
  })
})

describe("withoutPrivate", () => {
  it("leaves out what somebody could ask to have erased, at any depth", () => {
    expect(
      withoutPrivate({
        orderId: "order_1",
        amount: 1200,
        at: new Date(0),
        email: "camille@exemple.fr",
        before: [{ customerName: "Camille", apiToken: "gnd_1", state: "ACTIVE", billingAddress: "3 quai" }],
        password: "x",
        gone: undefined,
      }),
    ).toEqual({
      orderId: "order_1",
      amount: 1200,
      at: "1970-01-01T00:00:00.000Z",
      email: "(left out)",
      before: [{ customerName: "(left out)", apiToken: "(left out)", state: "ACTIVE", billingAddress: "(left out)" }],
      password: "(left out)",
    })
  })

  it("is done after one pass", () => {
    fc.assert(
      fc.property(fc.object(), (given) => {
        const once = withoutPrivate(given)
        expect(withoutPrivate(once)).toEqual(once)
      }),
    )
  })
})
