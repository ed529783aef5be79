import { badInput, type GraphqlContext, notFound, rateLimit } from "@gondola/kit"
import { orderIdOfAccessToken, withOrderLock } from "@gondola/marketplace"
import { refundDueAt } from "../eligibility/withdrawal-clock"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { newId } from "../modules/store-returns/service"
import { readReturnContext } from "../orders/return-context"
import { withdrawalOf } from "./withdrawal"

export interface DeclaredLine {
  readonly lineId: string
  readonly title: string
  readonly quantity: number
}

export interface Declaration {
  readonly id: string
  readonly declaredAt: Date
  readonly lines: readonly DeclaredLine[]
}

const tries = rateLimit("withdrawal", 30, 3600)

/**
 * The shopper declares the withdrawal, signed in or not; the row is the dated receipt and the refund clock starts now.
 * @throws NOT_FOUND | WITHDRAWAL_CLOSED | QUANTITY_NOT_FREE | BAD_INPUT | TOO_MANY_REQUESTS
 */
export async function declareWithdrawal(
  context: GraphqlContext,
  accessToken: string,
  lines: readonly { readonly lineId: string; readonly quantity: number }[],
): Promise<Declaration> {
  await tries.take(context.address)
  const orderId = orderIdOfAccessToken(context.scope, accessToken)
  if (!orderId) throw notFound("This order")
  if (lines.length === 0) throw badInput("Choose at least one article")
  if (new Set(lines.map((line) => line.lineId)).size < lines.length) throw badInput("Name each line once")
  return withOrderLock(context.scope, orderId, async () => {
    const now = context.clock.now()
    const facts = await readReturnContext(context.scope, orderId, now)
    if (!facts.clock.open) throw storeReturnError("WITHDRAWAL_CLOSED", "The withdrawal period of this order is over")
    const possible = withdrawalOf(facts, "en").lines
    const declared = lines.map(({ lineId, quantity }): DeclaredLine => {
      const line = possible.find((each) => each.lineId === lineId)
      if (!line) throw notFound("This order line")
      if (line.excludedBecause) throw storeReturnError("NOT_ELIGIBLE", `No withdrawal: ${line.excludedBecause}`)
      if (!Number.isInteger(quantity) || quantity < 1 || quantity > line.available)
        throw storeReturnError("QUANTITY_NOT_FREE", `Only ${line.available} of «${line.title}» can still be withdrawn`)
      return { lineId, title: line.title, quantity }
    })
    const id = newId("wdr")
    await storeReturnsOf(context.scope).createWithdrawalDeclarations({
      id,
      order_id: orderId,
      declared_at: now,
      refund_due_at: refundDueAt(now),
      lines: declared as unknown as Record<string, unknown>,
    })
    return { id, declaredAt: now, lines: declared }
  })
}
