import { createIsbotFromList, isbot, list } from "isbot"
import type { UnchargedReason } from "../budget/decide-charge"
import { Velocity } from "./velocity"

export interface Visit {
  readonly userAgent: string | undefined
  /** Remote address: compared in memory for the window below, never stored. */
  readonly address: string
  readonly bot: boolean
}

/** Presses that were no shopper's: kept, but no part of the counts that anybody is shown. */
export const INVALID: readonly UnchargedReason[] = ["bot", "duplicate_session", "velocity"]

/** One billed click per session and ad in this time. */
export const SESSION_WINDOW_MS = 30 * 60_000
/** Billable clicks of one address and browser in ten minutes; an office behind one address stays below. */
const MOST_PER_ADDRESS = 300
const ADDRESS_WINDOW_MS = 10 * 60_000

const isbotButHeadless = createIsbotFromList(list.filter((pattern) => !/headless/i.test(pattern)))

/** A browser always names itself. @param headlessIsBot see the plugin's options */
export const isBot = (userAgent: string | undefined, headlessIsBot: boolean): boolean =>
  !userAgent || (headlessIsBot ? isbot(userAgent) : isbotButHeadless(userAgent))

const perAddress = new Velocity(ADDRESS_WINDOW_MS)
const perAddressAndAd = new Velocity(SESSION_WINDOW_MS)

/** Why a click is not billed, as far as one process can tell without the database. */
export function suspicionOf(
  visit: Visit,
  click: { adId: string; sessionHash: string | null; chargeKey: string },
  now: number,
): UnchargedReason | null {
  if (visit.bot) return "bot"
  const who = `${visit.address} ${visit.userAgent}`
  if (click.sessionHash === null && perAddressAndAd.before(`${who} ${click.adId}`, now, click.chargeKey) > 0)
    return "duplicate_session"
  return perAddress.before(who, now) >= MOST_PER_ADDRESS ? "velocity" : null
}
