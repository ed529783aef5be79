import { cents } from "@gondola/kit"
import { checkedJournal, owed } from "@gondola/ledger"
import { unitJournal, unitOfPostalCode, unitShares, type UnitTerms, WEB } from "./unit-result"

const shop = (unitId: string, postalPrefixes: string[], over: Partial<UnitTerms> = {}): UnitTerms => ({
  unitId,
  name: unitId,
  postalPrefixes,
  catchmentBps: 300,
  pickupBps: 500,
  ...over,
})
const units = [
  shop("lyon", ["69", "01"]),
  shop("villeurbanne", ["69100"]),
  shop("lille", ["59"]),
  shop("none", ["", " "]),
]
const sale = (postalCode: string, net: number, pickupUnitId: string | null = null) => ({
  postalCode,
  currency: "EUR",
  net: cents(net),
  pickupUnitId,
})

describe("what the web and a shop owe each other", () => {
  it("finds the shop by the longest start of the postal code; an empty one fits nothing", () => {
    expect(
      ["69001", "69 100", "01000", "59000", "13001", ""].map((code) => unitOfPostalCode(units, code)?.unitId),
    ).toEqual(["lyon", "villeurbanne", "lyon", "lille", undefined, undefined])
  })

  it("credits a month's sales less refunds, half a cent up, and pickups to the web instead", () => {
    const shares = unitShares(units, [
      sale("69001", 10_050),
      sale("69002", -50),
      sale("13001", 999),
      sale("69001", 4_000, "lille"),
    ])
    expect(shares.map(({ unitId, kind, base, amount }) => [unitId, kind, base, amount])).toEqual([
      ["lyon", "catchment_credit", 10_000, 300],
      ["lille", "pickup_commission", 4_000, 200],
    ])
  })

  it("moves between the units only, also when refunds prevail", () => {
    const at = new Date("2026-12-01T00:00:00Z")
    for (const [net, due] of [
      [10_000, 3_000_000],
      [-10_000, -3_000_000],
    ] as const) {
      const [share] = unitShares(units, [sale("69001", net)])
      const { entries } = checkedJournal(unitJournal("2026-11", share!, at))
      expect([owed(entries, "unit_result", "lyon"), owed(entries, "unit_result", WEB)]).toEqual([due, -due])
    }
  })

  it("counts each currency for itself", () => {
    const shares = unitShares(units, [sale("69001", 1_000), { ...sale("69001", 1_000), currency: "USD" }])
    expect(shares.map((share) => share.currency)).toEqual(["EUR", "USD"])
  })
})
