import { daySpan, entryText } from "./browse-book"

describe("what an entry says", () => {
  it("is put into the reader's words, also where it was booked before there were notes", () => {
    const note = { code: "subscription", params: { plan: "Pro", from: "2026-11-01", to: "2026-11-30" } } as const
    expect(entryText({ note, description: "" }, "fr")).toBe("Abonnement Pro, du 01/11/2026 au 30/11/2026")
    expect(entryText({ note, description: "" }, "en")).toBe("Subscription Pro, 2026-11-01 to 2026-11-30")
    const old = { note: null, description: "Order 12: delivery" }
    expect([entryText(old, "fr"), entryText(old, "en")]).toEqual(["Commande 12 : livraison", "Order 12: delivery"])
    expect(entryText({ note: null, description: "Order of tea" }, "fr")).toBe("Order of tea")
  })
})

it("takes whole days of Paris, also when the clocks change", () => {
  expect(daySpan({ from: "2026-10-25", to: "2026-10-25" })).toEqual({
    from: new Date("2026-10-24T22:00:00Z"),
    to: new Date("2026-10-25T23:00:00Z"),
  })
  expect(daySpan({})).toEqual({})
})
