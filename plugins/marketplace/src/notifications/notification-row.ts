import type { FeedRoom, Letters, MailLocale } from "./letter"

export type MailState = "waiting" | "sending" | "sent" | "kept" | "dead" | "unwanted" | "erased"

export interface NotificationRow {
  readonly id: string
  readonly key: string
  readonly kind: string
  readonly email: string
  readonly locale: MailLocale
  readonly room: FeedRoom | null
  readonly organisation_id: string | null
  readonly letter: Letters
  readonly about_type: string | null
  readonly about_id: string | null
  readonly created_at: Date
  readonly mail_state: MailState
  readonly attempts: number
  readonly next_attempt_at: Date
  readonly claimed_at: Date | null
  readonly settled_at: Date | null
  readonly last_error: string | null
}
