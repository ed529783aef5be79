import type { MedusaContainer } from "@medusajs/framework/types"
import { cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { groupBy } from "../read-model/group-by"
import { falseBefore, type RecordedPrice } from "./before-price"
import type { Refusal } from "./offer-draft"
import { of, type Sorted } from "./sorted-draft"

/** Replaces every draft that announces an untrue price before with its refusal (L112-1-1). */
export async function refuseFalseBefore(
  container: MedusaContainer,
  sorted: Map<number, Sorted>,
  at: { readonly now: Date; readonly setup: { readonly currency: string } },
): Promise<void> {
  const said = [
    ...of(sorted, "known").flatMap(([index, { draft, offer }]) =>
      draft.before ? [{ index, draft, subjectId: offer.id }] : [],
    ),
    // An article that was never on sale here has no price before.
    ...of(sorted, "unknown").flatMap(([index, { draft }]) => (draft.before ? [{ index, draft, subjectId: "" }] : [])),
    ...of(sorted, "fresh").flatMap(([index, { draft, before }]) =>
      before ? [{ index, draft: { ...draft, before }, subjectId: "" }] : [],
    ),
  ]
  if (said.length === 0) return
  const history = await recordedPrices(
    container,
    said.flatMap(({ subjectId }) => subjectId || []),
  )
  for (const { index, draft, subjectId } of said) {
    const announcement = { price: cents(draft.price!), before: cents(draft.before!) }
    const lie = falseBefore(history.get(subjectId) ?? [], announcement, at.now)
    if (!lie) continue
    const lowest = lie.lowest === null ? null : { amount: lie.lowest, currency: at.setup.currency }
    const result: Refusal = { ok: false, sku: draft.sku, code: "FALSE_BEFORE_PRICE", message: lie.message, lowest }
    sorted.set(index, { kind: "refused", result })
  }
}

/** The whole history of each subject: an offer id, or the variant id of the retailer's own. */
export async function recordedPrices(
  container: MedusaContainer,
  subjectIds: readonly string[],
): Promise<Map<string, RecordedPrice[]>> {
  if (subjectIds.length === 0) return new Map()
  const rows = (await knexOf(container)("marketplace_offer_price")
    .whereIn("subject_id", [...subjectIds])
    .orderBy("valid_from")
    .select("subject_id as subjectId", "price", "applied", "valid_from as validFrom")) as {
    subjectId: string
    price: number
    applied: boolean
    validFrom: Date
  }[]
  const grouped = groupBy(
    rows.map((row) => ({ ...row, price: cents(row.price), validFrom: new Date(row.validFrom) })),
    (row) => row.subjectId,
  )
  return grouped
}
