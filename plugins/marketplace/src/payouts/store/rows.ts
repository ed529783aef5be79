import type { PayoutState } from "../state"

/** One payout as it is stored; amounts in minor units of its currency. */
export interface PayoutRow {
  readonly id: string
  readonly business_key: string
  readonly run_id: string
  readonly seller_id: string
  readonly currency: string
  readonly amount: string
  readonly reserve_moved: string
  readonly entries: number
  readonly provider: string
  readonly account_token: string | null
  readonly last4: string | null
  readonly state: PayoutState
  readonly reference: string | null
  readonly bank_reference: string | null
  readonly reversal_reference: string | null
  readonly problem_code: string | null
  readonly problem: string | null
  readonly unresolved_since: Date | null
  readonly attempts: number
  readonly next_attempt_at: Date | null
  readonly created_at: Date
  readonly transferred_at: Date | null
  readonly paid_at: Date | null
  readonly closed_at: Date | null
}

export interface PayoutRunRow {
  readonly id: string
  readonly business_key: string
  readonly kind: "scheduled" | "manual"
  readonly day: string
  readonly since_day: string | null
  readonly seller_id: string | null
  readonly state: "running" | "done"
  readonly cursor: string
  readonly sellers_total: number
  readonly sellers_done: number
  readonly payouts: number
  readonly carried: number
  readonly blocked: number
  readonly started_by: string
  readonly started_at: Date
  readonly finished_at: Date | null
}

export interface PayoutAccountRow {
  readonly seller_id: string
  readonly provider: string
  readonly token: string | null
  readonly bank_token: string | null
  readonly last4: string | null
  readonly country: string | null
  readonly state: "MISSING" | "ONBOARDING" | "TO_VERIFY" | "RESTRICTED" | "VERIFIED"
  readonly requirements: readonly string[]
  readonly reason: string | null
  readonly told_at: Date | null
  readonly updated_at: Date
}
