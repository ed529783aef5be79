/** What a browser's storage can do; a test brings its own. */
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">

const CONSENT = "gondola_consent_measure"
const FIND = "gondola_find"
const DONE = "done"
/** An answer is asked for again after six months (CNIL's recommendation). */
const MONTHS = 6
const LONGEST_MS = 2 * 3_600_000

export type Consent = "yes" | "no"

/** Null: never asked, or too long ago. */
export function readConsent(local: Store, now: Date): Consent | null {
  const [answer, at] = (local.getItem(CONSENT) ?? "").split(" ")
  const until = new Date(at ?? "")
  if (Number.isNaN(until.getTime())) return null
  until.setMonth(until.getMonth() + MONTHS)
  return (answer === "yes" || answer === "no") && now < until ? answer : null
}

export function saveConsent(local: Store, session: Store, answer: Consent, now: Date): void {
  local.setItem(CONSENT, `${answer} ${now.toISOString()}`)
  if (answer === "no") session.removeItem(FIND)
}

/** The first query of a session starts the clock, where the shopper agreed. */
export function startFind(local: Store, session: Store, now: Date): void {
  if (readConsent(local, now) === "yes" && session.getItem(FIND) === null) session.setItem(FIND, now.toISOString())
}

/** Seconds since that query at the session's first article in the basket; null where there is nothing to tell. */
export function endFind(local: Store, session: Store, now: Date): number | null {
  const started = session.getItem(FIND)
  if (started === null || started === DONE || readConsent(local, now) !== "yes") return null
  session.setItem(FIND, DONE)
  const taken = now.getTime() - new Date(started).getTime()
  return taken >= 0 && taken <= LONGEST_MS ? Math.round(taken / 1000) : null
}
