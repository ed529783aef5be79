import { z } from "zod"
import { badInput, type Cents } from "@gondola/kit"
import type { HoldPolicy } from "./eligibility"
import type { Schedule } from "./schedule"

/** What holds for a seller: the operator's figures for all, and those for this one where they differ. */
export interface PayoutTerms extends HoldPolicy {
  readonly schedule: Schedule
  /** Minor units, of each currency by itself. */
  readonly minimum: Cents
  readonly reserveTarget: Cents
  /** Why the operator holds the payouts of this seller; null when it does not. */
  readonly pausedReason: string | null
}

/** Null: as for everybody. */
export type OwnTerms = { readonly [Key in keyof Omit<PayoutTerms, "presumeDays">]: PayoutTerms[Key] | null }

/** Until the operator says otherwise: Mondays, from 10 on, fourteen days (Consumer code L221-18) after delivery. */
export const FIRST_TERMS: PayoutTerms = {
  schedule: { kind: "WEEKLY", weekday: 1 },
  minimum: 1_000 as Cents,
  holdDays: 14,
  presumeDays: 30,
  reserveTarget: 0 as Cents,
  pausedReason: null,
}

export const termsFor = (all: PayoutTerms, own: OwnTerms | undefined): PayoutTerms => ({
  schedule: own?.schedule ?? all.schedule,
  minimum: own?.minimum ?? all.minimum,
  holdDays: own?.holdDays ?? all.holdDays,
  presumeDays: all.presumeDays,
  reserveTarget: own?.reserveTarget ?? all.reserveTarget,
  pausedReason: own?.pausedReason ?? null,
})

const schedule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("DAILY") }),
  z.object({ kind: z.literal("WEEKLY"), weekday: z.number().int().min(1).max(7) }),
  z.object({ kind: z.literal("MONTHLY"), monthDay: z.number().int().min(1).max(31) }),
  z.object({ kind: z.literal("MANUAL") }),
])

const figure = z.number().int().min(0)

const all = z.object({
  schedule,
  minimum: figure,
  holdDays: figure.max(365),
  presumeDays: figure.min(1).max(365),
  reserveTarget: figure,
})

const own = z.object({
  schedule: schedule.nullable(),
  minimum: figure.nullable(),
  holdDays: figure.max(365).nullable(),
  reserveTarget: figure.nullable(),
  pausedReason: z.string().trim().min(10).max(500).nullable(),
})

/** @throws BAD_INPUT */
export const checkedTerms = (given: unknown): Omit<PayoutTerms, "pausedReason"> =>
  parsed(all, given) as Omit<PayoutTerms, "pausedReason">

/** @throws BAD_INPUT */
export const checkedOwnTerms = (given: unknown): OwnTerms => parsed(own, given) as OwnTerms

function parsed<T>(shape: z.ZodType<T>, given: unknown): T {
  const result = shape.safeParse(given)
  if (result.success) return result.data
  throw badInput(result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "))
}
