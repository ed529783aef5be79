import { z } from "zod"
import { badInput, type Cents, cents } from "@gondola/kit"
import type { ChargebackBearer } from "./chargeback-journal"
import type { HoldPolicy } from "./eligibility"
import type { Schedule } from "./schedule"

export interface CurrencyTerms {
  /** ISO 4217, upper case. */
  readonly currency: string
  readonly minimum: Cents
  readonly reserveTarget: Cents
}

/** What holds for a seller: the operator's figures for all, and those for this one where they differ. */
export interface PayoutTerms extends HoldPolicy {
  readonly schedule: Schedule
  /** Minor units, of each currency by itself. */
  readonly minimum: Cents
  readonly reserveTarget: Cents
  /** Where a currency has figures of its own; every other has the ones above. */
  readonly currencies: readonly CurrencyTerms[]
  /** Who pays while the shopper's bank has a payment back. */
  readonly chargebackBearer: ChargebackBearer
  /** Why the operator holds the payouts of this seller; null when it does not. */
  readonly pausedReason: string | null
}

/** Null: as for everybody. */
export type OwnTerms = {
  readonly [Key in keyof Omit<PayoutTerms, "presumeDays" | "currencies" | "chargebackBearer">]: PayoutTerms[Key] | null
} & Pick<PayoutTerms, "currencies">

/** Until the operator says otherwise: Mondays, from 10 on, fourteen days (Consumer code L221-18) after delivery. */
export const FIRST_TERMS: PayoutTerms = {
  schedule: { kind: "WEEKLY", weekday: 1 },
  minimum: 1_000 as Cents,
  holdDays: 14,
  presumeDays: 30,
  reserveTarget: 0 as Cents,
  currencies: [],
  chargebackBearer: "TRADERS",
  pausedReason: null,
}

export const termsFor = (all: PayoutTerms, own: OwnTerms | undefined): PayoutTerms => ({
  schedule: own?.schedule ?? all.schedule,
  minimum: own?.minimum ?? all.minimum,
  holdDays: own?.holdDays ?? all.holdDays,
  presumeDays: all.presumeDays,
  reserveTarget: own?.reserveTarget ?? all.reserveTarget,
  currencies: ownCurrencies(all, own),
  chargebackBearer: all.chargebackBearer,
  pausedReason: own?.pausedReason ?? null,
})

/** A seller's own figure for a currency comes first, then its own for all, then everybody's for that currency. */
function ownCurrencies(all: PayoutTerms, own: OwnTerms | undefined): CurrencyTerms[] {
  const named = own?.currencies ?? []
  const inherited = all.currencies
    .filter((each) => !named.some((own) => own.currency === each.currency))
    .map((each) => ({
      ...each,
      minimum: own?.minimum ?? each.minimum,
      reserveTarget: own?.reserveTarget ?? each.reserveTarget,
    }))
  return [...named, ...inherited].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** The terms with the figures of one currency. */
export function termsIn(terms: PayoutTerms, currency: string): PayoutTerms {
  const own = terms.currencies.find((each) => each.currency === currency)
  return own ? { ...terms, minimum: own.minimum, reserveTarget: own.reserveTarget } : terms
}

const schedule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("DAILY") }),
  z.object({ kind: z.literal("WEEKLY"), weekday: z.number().int().min(1).max(7) }),
  z.object({ kind: z.literal("MONTHLY"), monthDay: z.number().int().min(1).max(31) }),
  z.object({ kind: z.literal("MANUAL") }),
])

const figure = z.number().int().min(0)
/** Whole minor units. */
const amount = figure.transform((value) => cents(value))

const currencies = z
  .array(z.object({ currency: z.string().regex(/^[A-Z]{3}$/), minimum: amount, reserveTarget: amount }))
  .max(20)
  .refine((each) => new Set(each.map(({ currency }) => currency)).size === each.length, "a currency is named twice")
  .default([])

const all = z.object({
  schedule,
  minimum: amount,
  holdDays: figure.max(365),
  presumeDays: figure.min(1).max(365),
  reserveTarget: amount,
  currencies,
  chargebackBearer: z.enum(["TRADERS", "HOUSE"]).default("TRADERS"),
})

const own = z.object({
  schedule: schedule.nullable(),
  minimum: amount.nullable(),
  holdDays: figure.max(365).nullable(),
  reserveTarget: amount.nullable(),
  currencies,
  pausedReason: z.string().trim().min(10).max(500).nullable(),
})

/** @throws BAD_INPUT */
export const checkedTerms = (given: unknown): Omit<PayoutTerms, "pausedReason"> => parsed(all, given)

/** @throws BAD_INPUT */
export const checkedOwnTerms = (given: unknown): OwnTerms => parsed(own, given)

function parsed<T>(shape: { safeParse(given: unknown): z.ZodSafeParseResult<T> }, given: unknown): T {
  const result = shape.safeParse(given)
  if (result.success) return result.data
  throw badInput(result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "))
}
