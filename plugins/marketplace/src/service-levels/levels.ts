import type { OrderPolicy } from "../order-policy/order-policy"

/** One trader's part of an order, as far as its service can be judged from it. */
export interface PartFacts {
  readonly placedAt: Date
  readonly acceptBy: Date
  readonly acceptedAt: Date | null
  readonly promisedBy: Date
  /** Units that were not refused or cancelled. */
  readonly kept: number
  /** When the last kept unit was handed to a carrier; null while one waits. */
  readonly sentAt: Date | null
  /** The trader, or its silence, let units go. */
  readonly refused: boolean
  readonly delivered: number
  readonly returned: number
  /** A shopper opened a dispute. */
  readonly incident: boolean
}

export interface Said {
  readonly thread: string
  readonly side: "SHOPPER" | "SELLER" | "OPERATOR"
  readonly at: Date
}

export const LEVEL_NAMES = [
  "acceptance",
  "lateShipment",
  "cancellation",
  "returns",
  "incidents",
  "responseHours",
] as const
export type LevelName = (typeof LEVEL_NAMES)[number]

/** `value` in percent (hours for the response time), null while `of` is too few to say anything. */
export interface LevelFigure {
  readonly value: number | null
  readonly count: number
  readonly of: number
}

export type LevelFigures = Readonly<Record<LevelName, LevelFigure>>

const ENOUGH_ANSWERS = 3

const rate = (count: number, of: number, enough: number): LevelFigure => ({
  value: of < enough ? null : Math.round((count * 1000) / of) / 10,
  count,
  of,
})

/**
 * - acceptance: parts accepted ÷ parts accepted, refused whole or not accepted in time; those that may still wait are left
 *   out, and so are those that the shopper cancelled before
 * - late shipment: parts of which something kept was not with a carrier at the promised day ÷ parts whose day has come
 * - cancellation: parts of which the trader refused units ÷ parts accepted or refused
 * - returns: parts of which a unit came back ÷ parts of which a unit arrived
 * - incidents: parts with a shopper's dispute ÷ parts of which a unit was sent
 * - response: median hours from a shopper's first unanswered message to the trader's next one; silence counts until now
 */
export function levelFigures(
  parts: readonly PartFacts[],
  said: readonly Said[],
  at: { readonly now: Date; readonly minimum: number },
): LevelFigures {
  const { now, minimum } = at
  const refusedWhole = (part: PartFacts) => part.refused && part.kept === 0
  const silent = (part: PartFacts) => !part.acceptedAt && !part.refused && part.kept > 0 && part.acceptBy < now
  const judged = parts.filter((part) => part.acceptedAt || part.refused || silent(part))
  const accepted = judged.filter((part) => part.acceptedAt && !refusedWhole(part))
  const due = parts.filter((part) => part.kept > 0 && part.promisedBy <= now)
  const late = due.filter((part) => part.sentAt === null || part.sentAt > part.promisedBy)
  const arrived = parts.filter((part) => part.delivered > 0)
  const sent = parts.filter((part) => part.sentAt !== null || part.delivered > 0)
  const waits = responseHours(said, now)
  return {
    acceptance: rate(accepted.length, judged.length, minimum),
    lateShipment: rate(late.length, due.length, minimum),
    cancellation: rate(judged.filter((part) => part.refused).length, judged.length, minimum),
    returns: rate(arrived.filter((part) => part.returned > 0).length, arrived.length, minimum),
    incidents: rate(sent.filter((part) => part.incident).length, sent.length, minimum),
    responseHours: {
      value: waits.length < ENOUGH_ANSWERS ? null : median(waits),
      count: waits.length,
      of: waits.length,
    },
  }
}

/** Hours that shoppers waited, one for each time they began to. */
export function responseHours(said: readonly Said[], now: Date): number[] {
  const waiting = new Map<string, Date>()
  const waits: number[] = []
  const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000
  for (const { thread, side, at } of [...said].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const since = waiting.get(thread)
    if (side === "SHOPPER" && !since) waiting.set(thread, at)
    if (side === "SELLER" && since) {
      waits.push(hours(since, at))
      waiting.delete(thread)
    }
  }
  for (const since of waiting.values()) waits.push(hours(since, now))
  return waits
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const value = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return Math.round(value * 10) / 10
}

export type Standing = "GOOD" | "WARNED" | "SUSPENDABLE"

export interface Breach {
  readonly level: LevelName
  readonly value: number
  readonly limit: number
  readonly grave: boolean
}

/** What is beyond its limit. Acceptance must not fall below, everything else must not rise above; the limit itself is fine. */
export function breachesOf(figures: LevelFigures, limits: OrderPolicy["levels"]): Breach[] {
  return LEVEL_NAMES.flatMap((level): Breach[] => {
    const { value } = figures[level]
    if (value === null) return []
    const { warn, suspend } = limits[level]
    const beyond = (limit: number) => (level === "acceptance" ? value < limit : value > limit)
    if (beyond(suspend)) return [{ level, value, limit: suspend, grave: true }]
    return beyond(warn) ? [{ level, value, limit: warn, grave: false }] : []
  })
}

export const standingOf = (breaches: readonly Breach[]): Standing =>
  breaches.some((breach) => breach.grave) ? "SUSPENDABLE" : breaches.length > 0 ? "WARNED" : "GOOD"
