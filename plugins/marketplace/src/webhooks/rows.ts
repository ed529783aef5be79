import type { EventType } from "./event-types"

export interface EndpointRow {
  readonly id: string
  readonly seller_id: string
  readonly url: string
  readonly events: readonly EventType[]
  /** Sealed. */
  readonly secret: string
  readonly previous_secret: string | null
  readonly previous_until: Date | null
  readonly state: "active" | "disabled" | "removed"
  readonly disabled_reason: string | null
  readonly failures: number
  readonly created_by: string
  readonly created_at: Date
}

export interface DeliveryRow {
  readonly id: string
  readonly event_id: string
  readonly endpoint_id: string
  readonly state: "waiting" | "sending" | "delivered" | "dead"
  readonly attempts: number
  readonly next_attempt_at: Date
  readonly claimed_at: Date | null
  readonly settled_at: Date | null
  readonly created_at: Date
}

export interface AttemptRow {
  readonly id: string
  readonly delivery_id: string
  readonly at: Date
  readonly status: number | null
  readonly took_ms: number
  readonly excerpt: string | null
  readonly error: string | null
}
