import type { MedusaContainer } from "@medusajs/framework/types"

/** Deadlines, hold-backs, pacing and law read the time from here, so that a test can move it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export const CLOCK = "gondolaClock"

/** The container's clock; the system's where none was registered. */
export function clockOf(container: Pick<MedusaContainer, "resolve">): Clock {
  return (container.resolve(CLOCK, { allowUnregistered: true }) as Clock | undefined) ?? systemClock
}
