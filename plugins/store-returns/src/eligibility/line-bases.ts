import { endOfDay, localDay } from "./calendar"
import { exceptionFor, exceptionText, WITHDRAWAL_EXCEPTIONS, type WithdrawalException } from "./exceptions"
import { freeQuantity } from "./free-quantity"
import type { Basis, LineFacts, Text } from "./types"
import type { WithdrawalClock } from "./withdrawal-clock"

export const CONFORMITY_YEARS = 2
/** Our own promise, beyond the law: thirty days for goods that can be sold again. */
export const COMMERCIAL_DAYS = 30

export interface LineToday {
  /** Empty: nothing gives a right today, see the note. */
  readonly bases: readonly Basis[]
  readonly free: number
  /** How many of the free units may come back under withdrawal: once the period is over, only those declared in it. */
  readonly withdrawable: number
  readonly note: Text | null
  /** Never over the counter, whoever approves. */
  readonly blocked: boolean
  readonly exception: WithdrawalException | null
}

export interface LineSituation {
  readonly clock: WithdrawalClock
  readonly now: Date
  /** Units in returns that are requested but not received. */
  readonly requested: number
  /** Units named by a declaration that have not come back yet. */
  readonly declared: number
  readonly exceptions?: readonly WithdrawalException[]
}

export const conformityUntil = (deliveredAt: Date): Date =>
  endOfDay(localDay(deliveredAt).plus({ years: CONFORMITY_YEARS }))

export const commercialUntil = (deliveredAt: Date): Date =>
  endOfDay(localDay(deliveredAt).plus({ days: COMMERCIAL_DAYS }))

/** Which rights a line has today; the statutory ones first. */
export function lineToday(line: LineFacts, situation: LineSituation): LineToday {
  const exception = exceptionFor(line, situation.exceptions ?? WITHDRAWAL_EXCEPTIONS)
  const free = freeQuantity(line, situation.requested)
  const nothing = (note: Text): LineToday => ({ bases: [], free, withdrawable: 0, note, blocked: true, exception })
  if (line.delivered === 0)
    return nothing({ fr: "Pas encore livré : rien à reprendre.", en: "Not delivered yet: nothing to take back." })
  if (free === 0)
    return nothing({ fr: "Déjà rendu, ou en cours de retour.", en: "Already returned, or in a return that is open." })
  if (!line.returnableInShop)
    return nothing({
      fr: "Ce vendeur n'accepte pas les retours en magasin : renvoyez l'article au vendeur.",
      en: "This seller does not take returns in shops: send the article to the seller.",
    })

  const bases: Basis[] = []
  const excluded = exception !== null && !exception.onlyUnsealed
  const withdrawable = excluded ? 0 : situation.clock.open ? free : Math.min(free, situation.declared)
  if (withdrawable > 0) bases.push("WITHDRAWAL")
  if (line.deliveredAt && situation.now <= conformityUntil(line.deliveredAt)) bases.push("CONFORMITY")
  if (line.deliveredAt && situation.now <= commercialUntil(line.deliveredAt) && !excluded) bases.push("COMMERCIAL")
  return { bases, free, withdrawable, note: noteOf(exception, bases), blocked: false, exception }
}

function noteOf(exception: WithdrawalException | null, bases: readonly Basis[]): Text | null {
  if (exception?.onlyUnsealed)
    return {
      fr: `Rétractation seulement si l'article est scellé (${exceptionText(exception).fr}).`,
      en: `Withdrawal only while sealed (${exceptionText(exception).en}).`,
    }
  if (exception)
    return {
      fr: `Pas de rétractation (${exceptionText(exception).fr}).`,
      en: `No withdrawal (${exceptionText(exception).en}).`,
    }
  if (bases.length === 0) return { fr: "Tous les délais sont passés.", en: "Every period is over." }
  return null
}
