import fc from "fast-check"
import { checkParcels } from "./ship-parcels"

const parcel = (trackingNumber: string, ...lines: (readonly [string, number])[]) => ({
  carrier: "Colissimo",
  trackingNumber,
  lines: lines.map(([lineId, quantity]) => ({ lineId, quantity })),
})
const waiting = new Map([
  ["mugs", 5],
  ["lamp", 1],
])

it("lets go several parcels that hold together no more than waits", () => {
  checkParcels(waiting, [parcel("1", ["mugs", 2]), parcel("2", ["mugs", 3], ["lamp", 1])])
  checkParcels(waiting, [parcel("1", ["mugs", 1], ["lamp", 0])])
})

it.each([
  [[], "BAD_INPUT"],
  [[parcel("1", ["mugs", 3]), parcel("2", ["mugs", 3])], "NOTHING_TO_SHIP"],
  [[parcel("1", ["mugs", 1]), parcel("1 ", ["lamp", 1])], "BAD_INPUT"],
  [[parcel("1", ["mugs", 1]), parcel("2", ["lamp", 0])], "BAD_INPUT"],
  [[parcel("1", ["mugs", 1]), parcel(" ", ["lamp", 1])], "BAD_INPUT"],
  [[parcel("1", ["mugs", -1], ["lamp", 1])], "BAD_INPUT"],
  [[parcel("1", ["mugs", 0.5], ["lamp", 1])], "BAD_INPUT"],
  [[parcel("1", ["shirt", 1])], "NOT_FOUND"],
] as const)("refuses %j before the first leaves", (parcels, code) => {
  expect(() => checkParcels(waiting, parcels)).toThrow(expect.objectContaining({ code }) as Error)
})

it("accepts any split of what waits, and never one more", () => {
  const split = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(split, (sizes) => {
      const parcels = sizes.map((size, at) => parcel(String(at), ["a", size]))
      const all = sizes.reduce((sum, size) => sum + size, 0)
      checkParcels(new Map([["a", all]]), parcels)
      expect(() => checkParcels(new Map([["a", all - 1]]), parcels)).toThrow(/Only/)
    }),
  )
})
