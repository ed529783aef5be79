import type { MedusaContainer } from "@medusajs/framework/types"

/** What a check found wrong: `subject` names the row (an order, a campaign, a level), `detail` says what disagrees. */
export interface AuditFinding {
  readonly subject: string
  readonly detail: string
}

export interface AuditOutcome {
  /** How many subjects were looked at: a check that examined nothing proves nothing. */
  readonly examined: number
  readonly findings: readonly AuditFinding[]
}

/** One proof on the running data. It only reads; plugins export theirs and the application runs them all. */
export interface AuditCheck {
  readonly name: string
  run(container: MedusaContainer): Promise<AuditOutcome>
}
