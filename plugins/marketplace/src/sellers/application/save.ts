import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../../modules/marketplace/resolve"
import { alignShelf } from "../../offers/align-shelf"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import { moveSeller } from "../move-seller"
import { readSellerFacts } from "../read-facts"
import type { SellerRow } from "../seller-row"
import { withSellerLock } from "../with-seller-lock"
import { type FieldProblem, type PatchedColumns, readPatch, type SellerPatch } from "./patch"

/** Gates that the applicant's own data close; the others are papers, terms and the operator's word. */
export const DATA_GATES: readonly string[] = [
  "legal_name",
  "address",
  "contact",
  "registration_number",
  "self_certification",
]

/**
 * Saves what is right of a seller's own data and answers with what is not. An application whose data are whole goes on to
 * its papers.
 */
export async function saveSellerData(
  container: MedusaContainer,
  sellerId: string,
  { patch, actor }: { patch: SellerPatch; actor: Act["actor"] },
): Promise<FieldProblem[]> {
  return withSellerLock(container, sellerId, async () => {
    const [before] = await marketplaceOf(container).listSellers({ id: sellerId })
    if (!before) return []
    const { columns, problems } = readPatch(patch, { state: before.state, countryCode: before.country_code })
    const twin = await numberTaken(container, before, columns)
    if (twin) {
      problems.push({
        field: "registrationNumber",
        message: "A seller with this registration number exists already; ask its owner to add you",
      })
      delete columns.registration_number
      delete columns.country_code
    }
    if (Object.keys(columns).length === 0) return problems
    const now = clockOf(container).now()
    await knexOf(container).transaction(async (trx) => {
      await trx("marketplace_seller")
        .where({ id: sellerId })
        .update({ ...columns, updated_at: now })
      await recordAct(
        container,
        {
          actor,
          action: "seller.save_data",
          subject: { type: "seller", id: sellerId },
          sellerId,
          details: { fields: Object.keys(columns) },
        },
        trx,
      )
    })
    await goOnToPapers(container, sellerId, actor)
    await alignShelf(container, sellerId)
    return problems
  })
}

async function goOnToPapers(container: MedusaContainer, sellerId: string, actor: Act["actor"]): Promise<void> {
  const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
  if (seller?.state !== "applied") return
  const gates = (await readSellerFacts(container, [seller])).get(sellerId)?.gates ?? []
  if (gates.some((gate) => DATA_GATES.includes(gate))) return
  await knexOf(container).transaction((trx) =>
    moveSeller(container, { sellerId, moves: ["complete_data"], actor }, trx),
  )
}

async function numberTaken(container: MedusaContainer, seller: SellerRow, columns: PatchedColumns): Promise<boolean> {
  const number = columns.registration_number ?? seller.registration_number
  if (!number || (!columns.registration_number && !columns.country_code)) return false
  const twin = (await knexOf(container)("marketplace_seller")
    .where({ country_code: columns.country_code ?? seller.country_code, registration_number: number })
    .whereNotIn("state", ["rejected", "closed"])
    .whereNot({ id: seller.id })
    .first("id")) as object | undefined
  return twin !== undefined
}
