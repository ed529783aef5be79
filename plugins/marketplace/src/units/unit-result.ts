import { type Cents, shareHalfUp } from "@gondola/kit"
import { credit, debit, type Journal } from "@gondola/ledger"

/** The web shop as a unit of the house, beside its shops. */
export const WEB = "web"

/** What a shop gets of web sales to its neighbourhood, and pays for web orders picked up at it. */
export interface UnitTerms {
  readonly unitId: string
  readonly name: string
  /** Starts of postal codes, such as «69» or «59000»; none: no catchment area. */
  readonly postalPrefixes: readonly string[]
  readonly catchmentBps: number
  readonly pickupBps: number
}

/** The retailer's own goods sold on the web to one postal code, net of VAT; negative where refunds prevail. */
export interface WebSale {
  readonly postalCode: string
  readonly currency: string
  readonly net: Cents
  /** Set where the goods were picked up in a shop. */
  readonly pickupUnitId: string | null
}

export interface UnitShare {
  readonly unitId: string
  readonly name: string
  readonly kind: "catchment_credit" | "pickup_commission"
  readonly currency: string
  readonly base: Cents
  readonly rateBps: number
  /** Catchment: the web owes it to the shop. Pickup: the shop owes it to the web. */
  readonly amount: Cents
}

/** The shop whose prefix is the longest fit: a town before its county; of two alike, the first by id. */
export function unitOfPostalCode(units: readonly UnitTerms[], postalCode: string): UnitTerms | null {
  const compact = postalCode.replace(/\s/g, "").toUpperCase()
  const fits = units
    .flatMap((unit) => unit.postalPrefixes.map((prefix) => ({ unit, prefix: prefix.replace(/\s/g, "").toUpperCase() })))
    .filter(({ prefix }) => prefix !== "" && compact.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length || (a.unit.unitId < b.unit.unitId ? -1 : 1))
  return fits[0]?.unit ?? null
}

/** A month's shares of all units: one line a unit, kind and currency; what is picked up in a shop earns no catchment credit. */
export function unitShares(units: readonly UnitTerms[], sales: readonly WebSale[]): UnitShare[] {
  const bases = new Map<string, { unit: UnitTerms; kind: UnitShare["kind"]; currency: string; base: number }>()
  for (const sale of sales) {
    const pickup = units.find((unit) => unit.unitId === sale.pickupUnitId)
    const unit = pickup ?? (sale.pickupUnitId === null ? unitOfPostalCode(units, sale.postalCode) : null)
    if (!unit) continue
    const kind = pickup ? "pickup_commission" : "catchment_credit"
    const key = `${unit.unitId} ${kind} ${sale.currency}`
    const before = bases.get(key) ?? { unit, kind, currency: sale.currency, base: 0 }
    bases.set(key, { ...before, base: before.base + sale.net })
  }
  return [...bases.values()].map(({ unit, kind, currency, base }) => {
    const rateBps = kind === "pickup_commission" ? unit.pickupBps : unit.catchmentBps
    const amount = shareHalfUp(base as Cents, rateBps)
    return { unitId: unit.unitId, name: unit.name, kind, currency, base: base as Cents, rateBps, amount }
  })
}

/** Between units of one house: no party outside it is touched. */
export function unitJournal(month: string, share: UnitShare, occurredAt: Date): Journal {
  const catchment = share.kind === "catchment_credit"
  const note = { code: catchment ? "catchment" : "pickup", params: { month, unit: share.name } } as const
  const [to, from] = catchment ? [share.unitId, WEB] : [WEB, share.unitId]
  return {
    businessKey: `${share.kind}:${month}:${share.unitId}:${share.currency}`,
    document: { type: "unit_month", id: month },
    currency: share.currency,
    occurredAt,
    entries: [
      credit("unit_result", to, share.kind, share.amount, note),
      debit("unit_result", from, share.kind, share.amount, note),
    ],
  }
}
