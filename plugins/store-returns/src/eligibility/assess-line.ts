import { localDay } from "./calendar"
import { COMMERCIAL_DAYS, type LineToday } from "./line-bases"
import { exceptionText } from "./exceptions"
import type { Basis, Grade, LineFacts, Reason } from "./types"
import { storeReturnError } from "../errors"

export const DEDUCTION_WITHOUT_MANAGER = 20
export const DEDUCTION_CAP = 50
/** A refund in place of repair or replacement later than this is a manager's decision. */
export const CONFORMITY_REFUND_DAYS = 30

const DEFECTS: ReadonlySet<Reason> = new Set(["NOT_AS_DESCRIBED", "DEFECTIVE", "DAMAGED_IN_TRANSPORT", "WRONG_ITEM"])
const SELLABLE_AGAIN: ReadonlySet<Grade> = new Set(["G1", "G2"])
const DEPRECIATED: ReadonlySet<Grade> = new Set(["G3", "G4"])

export interface LineClaim {
  readonly quantity: number
  readonly basis: Basis
  readonly reason: Reason
  readonly grade: Grade
  /** Whole percent. */
  readonly deductionPercent: number
  readonly hasPhoto: boolean
}

/**
 * Judges what the clerk entered for one line.
 * @returns why a manager must approve, or null when the clerk may go on alone
 * @throws NOT_RETURNABLE | QUANTITY_NOT_FREE | NOT_ELIGIBLE | DEDUCTION_NOT_ALLOWED | PHOTO_REQUIRED
 */
export function assessLine(line: LineFacts, today: LineToday, claim: LineClaim, now: Date): string | null {
  if (today.blocked && today.free > 0)
    throw storeReturnError("NOT_RETURNABLE", today.note?.en ?? "This line cannot be returned in a shop")
  if (!Number.isInteger(claim.quantity) || claim.quantity < 1 || claim.quantity > today.free)
    throw storeReturnError(
      "QUANTITY_NOT_FREE",
      `Only ${today.free} of this line can still be returned; correct the quantity`,
      { lineId: line.lineId, free: today.free },
    )
  if (claim.grade === "GX" && !(claim.basis === "CONFORMITY" && claim.reason === "WRONG_ITEM"))
    throw storeReturnError("NOT_ELIGIBLE", "This is not the article that was sold: hand it back to the customer")
  const reasons = [basisApproval(line, today, claim, now), deductionApproval(claim)]
  return reasons.filter((reason) => reason !== null).join("; ") || null
}

function basisApproval(line: LineFacts, today: LineToday, claim: LineClaim, now: Date): string | null {
  const has = today.bases.includes(claim.basis)
  switch (claim.basis) {
    case "WITHDRAWAL":
      if (!has)
        throw storeReturnError("NOT_ELIGIBLE", "The withdrawal period is over, or an exception of L221-28 applies")
      if (claim.quantity > today.withdrawable)
        throw storeReturnError(
          "NOT_ELIGIBLE",
          `The withdrawal period is over: only the ${today.withdrawable} that were declared in time can come back`,
        )
      if (today.exception?.onlyUnsealed && claim.grade !== "G1")
        throw storeReturnError("NOT_ELIGIBLE", `No withdrawal: ${exceptionText(today.exception).en}`)
      return null
    case "CONFORMITY":
      if (!has) throw storeReturnError("NOT_ELIGIBLE", "The two years of the legal guarantee are over")
      if (!DEFECTS.has(claim.reason))
        throw storeReturnError("NOT_ELIGIBLE", "The legal guarantee needs a defect as the reason")
      return line.deliveredAt && now > daysAfter(line.deliveredAt, CONFORMITY_REFUND_DAYS)
        ? `refund in place of repair or replacement more than ${CONFORMITY_REFUND_DAYS} days after delivery`
        : null
    case "COMMERCIAL": {
      const late = !has && `commercial return after ${COMMERCIAL_DAYS} days or against an exception`
      const worn = !SELLABLE_AGAIN.has(claim.grade) && `commercial return graded ${claim.grade}`
      const why = [late, worn].filter((reason) => typeof reason === "string").join("; ")
      // A goodwill of the retailer may not be paid by a seller.
      if (why && line.sellerId !== null)
        throw storeReturnError("NOT_ELIGIBLE", `A seller's goods cannot be taken back by an override (${why})`)
      return why || null
    }
  }
}

/** Only for handling beyond what testing needs (L221-23), so never under another basis or for a better grade. */
function deductionApproval(claim: LineClaim): string | null {
  const percent = claim.deductionPercent
  if (percent === 0) return null
  if (!Number.isInteger(percent) || percent < 0 || percent > DEDUCTION_CAP)
    throw storeReturnError("DEDUCTION_NOT_ALLOWED", `A deduction is a whole percent from 0 to ${DEDUCTION_CAP}`)
  if (claim.basis !== "WITHDRAWAL" || !DEPRECIATED.has(claim.grade))
    throw storeReturnError("DEDUCTION_NOT_ALLOWED", "A deduction is allowed under withdrawal only, for grade G3 or G4")
  if (!claim.hasPhoto)
    throw storeReturnError("PHOTO_REQUIRED", "Take a photo of the damage: a deduction must be provable")
  return percent > DEDUCTION_WITHOUT_MANAGER ? `deduction of ${percent} %` : null
}

const daysAfter = (from: Date, days: number): Date => localDay(from).plus({ days }).endOf("day").toJSDate()
