import { exceptionFor, exceptionText } from "../eligibility/exceptions"
import { declarableQuantity } from "../eligibility/free-quantity"
import type { ReturnContext } from "../orders/return-context"

export type Language = "fr" | "en"

export interface WithdrawalLine {
  readonly lineId: string
  readonly title: string
  readonly available: number
  readonly excludedBecause: string | null
}

/** What the order page shows of the right of withdrawal. */
export function withdrawalOf(facts: ReturnContext, language: Language) {
  return {
    open: facts.clock.open,
    until: facts.clock.until,
    lines: facts.order.lines.map((line): WithdrawalLine => {
      const exception = exceptionFor(line)
      const excluded = exception !== null && !exception.onlyUnsealed
      const left = declarableQuantity(line, facts.declaredOpen[line.lineId] ?? 0)
      return {
        lineId: line.lineId,
        title: line.title,
        available: facts.clock.open && !excluded ? left : 0,
        excludedBecause: excluded ? exceptionText(exception)[language] : null,
      }
    }),
  }
}
