import type { Actor } from "@gondola/kit"

export interface PrivacyRequestRow {
  readonly id: string
  readonly kind: "export" | "erasure"
  readonly subject: Actor
  readonly subject_id: string
  /** Until it is settled. */
  readonly email: string | null
  readonly state: "open" | "done" | "refused"
  readonly waits_for: string | null
  readonly reason: string | null
  readonly requested_by: string
  readonly requested_at: Date
  readonly due_at: Date
  readonly settled_at: Date | null
  /** Rows touched, by table; no personal data. */
  readonly summary: Readonly<Record<string, number>> | null
}
