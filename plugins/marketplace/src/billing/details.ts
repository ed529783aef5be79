import { centsOf, cents, micros, type Cents } from "@gondola/kit"
import { BILLABLE_KINDS, type ClaimedEntry, type EntryKind } from "@gondola/ledger"

/** An entry of a seller's account that no invoice has yet. Debit positive: what the seller was charged. */
export interface BillableEntry {
  readonly id: string
  readonly kind: EntryKind
  /** Micros. */
  readonly amount: number
  readonly journalId: string
  readonly orderId: string | null
  /** The document behind the journal: order, refund, fee. */
  readonly cause: { readonly type: string; readonly id: string }
}

/** A fee with its VAT, as one journal booked it; negative where it gives back. */
export interface FeeDetail {
  readonly kind: EntryKind
  readonly journalId: string
  readonly orderId: string | null
  readonly cause: { readonly type: string; readonly id: string }
  readonly net: Cents
  readonly vat: Cents
  readonly entries: readonly ClaimedEntry[]
}

const FEE_OF: ReadonlyMap<string, EntryKind> = new Map(
  Object.entries(BILLABLE_KINDS).flatMap(([fee, vat]) => [
    [fee, fee as EntryKind],
    [vat, fee as EntryKind],
  ]),
)

/** Every kind that an invoice or credit note takes in. */
export const BILLED_KINDS: readonly string[] = [...FEE_OF.keys()]

const isVat = (kind: EntryKind): boolean => FEE_OF.get(kind) !== kind

/** Puts each fee together with its VAT: same journal, same kind, same direction. */
export function feeDetails(entries: readonly BillableEntry[]): FeeDetail[] {
  const groups = new Map<string, { first: BillableEntry; kind: EntryKind; entries: BillableEntry[] }>()
  for (const entry of entries) {
    const kind = FEE_OF.get(entry.kind)
    if (!kind) throw new RangeError(`nobody is billed for ${entry.kind}`)
    const key = [entry.journalId, kind, Math.sign(entry.amount)].join("|")
    const group = groups.get(key) ?? { first: entry, kind, entries: [] }
    group.entries.push(entry)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ first, kind, entries: own }) => ({
    kind,
    journalId: first.journalId,
    orderId: first.orderId,
    cause: first.cause,
    net: total(own.filter((entry) => !isVat(entry.kind))),
    vat: total(own.filter((entry) => isVat(entry.kind))),
    entries: own.map(({ id, amount }) => ({ id, amount })),
  }))
}

const total = (entries: readonly BillableEntry[]): Cents =>
  entries.length === 0 ? cents(0) : centsOf(micros(entries.reduce((sum, entry) => sum + entry.amount, 0)))

export const isCharge = (detail: FeeDetail): boolean => detail.net + detail.vat > 0

/** Commission and what comes back of it are billed apart from every other fee. */
export const isCommission = (kind: EntryKind): boolean => kind === "commission_fee" || kind === "refund_commission_fee"
