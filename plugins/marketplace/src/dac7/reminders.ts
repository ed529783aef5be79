const DAY_MS = 24 * 60 * 60 * 1000

/** Days after the first request on which the two reminders follow. */
const REMINDER_DAYS = [20, 40] as const

/**
 * Two reminders after the first request, and not before sixty days, whoever still gives no tax data is no longer paid
 * (Directive 2011/16/EU annex V, section IV, A, 2).
 */
export const BLOCK_DAYS = 60

/** The requests that nobody has answered yet, oldest first. */
export type Requests = readonly Date[]

/** Whether a request or reminder is due now: 1 is the request, 2 and 3 the reminders. */
export function dueRound(requests: Requests, now: Date): number | null {
  const [first] = requests
  if (!first) return 1
  const days = REMINDER_DAYS[requests.length - 1]
  return days !== undefined && now.getTime() >= first.getTime() + days * DAY_MS ? requests.length + 1 : null
}

export function isBlocked(requests: Requests, now: Date): boolean {
  const [first] = requests
  return first !== undefined && requests.length > REMINDER_DAYS.length && now.getTime() >= blockedFrom(first).getTime()
}

export const blockedFrom = (first: Date): Date => new Date(first.getTime() + BLOCK_DAYS * DAY_MS)
