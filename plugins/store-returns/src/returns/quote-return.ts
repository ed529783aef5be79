import { randomBytes } from "node:crypto"
import { badInput, type GraphqlContext } from "@gondola/kit"
import { withOrderLock } from "@gondola/marketplace"
import { bagCode } from "../codes/codes"
import { photoOfDataUrl } from "../codes/photo"
import { deskOf } from "../desk/desk"
import { trailOf } from "../desk/trail-of"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { newId } from "../modules/store-returns/service"
import { readReturnContext } from "../orders/return-context"
import { assertMove } from "../state/machine"
import { storeReturnError } from "../errors"
import { type Claim, judgeClaims, type Judgement } from "./judge-claims"
import { assertLease, leaseFrom } from "./lease"
import { type FullReturn, readShopReturn } from "./read-return"

export interface ClaimInput extends Omit<Claim, "hasPhoto"> {
  readonly note?: string | null
  readonly photo?: string | null
}

const MAX_LINES = 50
const MAX_NOTE = 500

/** Replaces the lines of an open return and prices them; nothing is booked. A manager's approval is lost. */
export async function quoteStoreReturn(
  context: GraphqlContext,
  returnId: string,
  inputs: readonly ClaimInput[],
): Promise<FullReturn> {
  const desk = await deskOf(context)
  if (inputs.length === 0 || inputs.length > MAX_LINES) throw badInput(`A return has 1 to ${MAX_LINES} lines`)
  if (inputs.some((input) => (input.note?.length ?? 0) > MAX_NOTE))
    throw badInput(`A note has at most ${MAX_NOTE} characters`)
  const { order_id: orderId } = await readShopReturn(context.scope, desk.shop.id, returnId)
  await withOrderLock(context.scope, orderId, async () => {
    const row = await readShopReturn(context.scope, desk.shop.id, returnId)
    await assertLease(context, desk, row)
    const now = context.clock.now()
    const photos = inputs.map((input) => (input.photo ? { id: newId("photo"), ...photoOfDataUrl(input.photo) } : null))
    const claims = inputs.map((input, index): Claim => ({ ...input, hasPhoto: photos[index] !== null }))
    const judgement = judgeClaims(await readReturnContext(context.scope, orderId, now), claims, now)
    const state = judgement.approval ? "AWAITING_APPROVAL" : "QUOTED"
    assertMove(row.state, state)
    const { quote } = judgement
    const saved = await storeReturnsOf(context.scope).saveQuote(
      returnId,
      {
        state,
        goods: quote.goods,
        delivery: quote.delivery,
        deduction: quote.deduction,
        total: quote.total,
        deliveries: JSON.stringify(quote.deliveries),
        approval_reason: judgement.approval,
        approved_by: null,
        approved_because: null,
        lease_until: leaseFrom(now),
      },
      {
        lines: inputs.map((input, index) =>
          lineRow({ returnId, position: index, photoId: photos[index]?.id ?? null }, input, judgement),
        ),
        photos: photos.flatMap((photo) => (photo ? [{ ...photo, return_id: returnId, taken_at: now }] : [])),
      },
      trailOf(desk, now, {
        action: "quoted",
        subject: returnId,
        detail: { total: quote.total, approval: judgement.approval },
      }),
    )
    if (!saved) throw storeReturnError("WRONG_STATE", "This return was changed elsewhere; open it again")
  })
  return readShopReturn(context.scope, desk.shop.id, returnId)
}

function lineRow(
  at: { readonly returnId: string; readonly position: number; readonly photoId: string | null },
  input: ClaimInput,
  judgement: Judgement,
): Record<string, string | number | null> & { id: string } {
  const { returnId, position, photoId } = at
  const line = judgement.lines[position]!
  const amounts = judgement.quote.lines[position]!
  return {
    id: newId("sretl"),
    store_return_id: returnId,
    position,
    order_line_id: line.lineId,
    seller_id: line.sellerId,
    trader_name: line.traderName,
    variant_id: line.variantId,
    // «Unique» names the only variant of a product: nothing worth saying.
    title:
      line.variantTitle && !["Unique", line.title].includes(line.variantTitle)
        ? `${line.title} · ${line.variantTitle}`
        : line.title,
    image: line.image,
    category_handles: JSON.stringify(line.categoryHandles),
    quantity: input.quantity,
    basis: input.basis,
    reason: input.reason,
    grade: input.grade,
    note: input.note?.trim() || null,
    photo_id: photoId,
    deduction_percent: input.deductionPercent,
    goods: amounts.goods,
    deduction: amounts.deduction,
    refund: amounts.refund,
    // Known from the start, so that a run that is cut off and repeated labels the same bag.
    bag_code: bagCode(randomBytes(7)),
  }
}
