import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { alignShelf } from "../../offers/align-shelf"
import { marketplaceError } from "../../errors"
import { dayOf, startOfDay } from "../../figures/paris-time"
import { knexOf } from "../../modules/marketplace/resolve"
import { recordAct } from "../../trail/record-act"
import { applies } from "../checklist/checklist"
import { readRequirements } from "../checklist/requirement-store"
import { checkedPaper, tidyFileName } from "../file-check"
import type { SellerRow } from "../seller-row"
import { withSellerLock } from "../with-seller-lock"

export interface Paper {
  readonly requirementCode: string
  readonly fileName: string
  readonly bytes: Buffer
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly expiresOn: string | null
  readonly memberId: string
}

/**
 * A seller's paper for one line of the checklist. What waited for a review or was refused is replaced; what was accepted
 * stays until the new one is.
 * @throws NOT_FOUND | BAD_FILE | FILE_TOO_LARGE | BAD_INPUT | SELLER_STATE
 */
export async function handInDocument(container: MedusaContainer, seller: SellerRow, paper: Paper): Promise<string> {
  if (seller.state === "closed")
    throw marketplaceError("SELLER_STATE", "This shop is closed; it takes no papers any more")
  const mime = await checkedPaper(paper.bytes)
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const requirement = (await readRequirements(knex)).find(
    (each) =>
      each.code === paper.requirementCode &&
      each.kind === "document" &&
      applies(each, { countryCode: seller.country_code, legalForm: seller.legal_form }),
  )
  if (!requirement) throw notFound("This line of the checklist")
  const expiresOn = checkedExpiry(paper.expiresOn, { needed: requirement.needsExpiry, today: dayOf(now) })
  const id = generateEntityId(undefined, "paper")
  await withSellerLock(container, seller.id, async () => {
    await knex.transaction(async (trx) => {
      const fileId = generateEntityId(undefined, "file")
      await trx("marketplace_private_file").insert({
        id: fileId,
        mime,
        size: paper.bytes.length,
        sha256: createHash("sha256").update(paper.bytes).digest("hex"),
        content: paper.bytes,
        created_at: now,
      })
      await trx("marketplace_seller_document")
        .where({ seller_id: seller.id, requirement_id: requirement.id })
        .whereIn("state", ["handed_in", "rejected"])
        .update({ state: "replaced" })
      await trx("marketplace_seller_document").insert({
        id,
        seller_id: seller.id,
        requirement_id: requirement.id,
        file_id: fileId,
        file_name: tidyFileName(paper.fileName),
        state: "handed_in",
        expires_on: expiresOn,
        handed_in_at: now,
        handed_in_by: paper.memberId,
      })
      await recordAct(
        container,
        {
          actor: { type: "SELLER_MEMBER", id: paper.memberId },
          action: "document.hand_in",
          subject: { type: "seller_document", id },
          sellerId: seller.id,
          details: { requirement: requirement.code, expiresOn },
        },
        trx,
      )
    })
    await alignShelf(container, seller.id)
  })
  return id
}

export function checkedExpiry(
  given: string | null,
  { needed, today }: { needed: boolean; today: string },
): string | null {
  const day = given?.trim() || null
  if (!day) {
    if (needed) throw badInput("Give the last day on which this paper holds", { field: "expiresOn" })
    return null
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw badInput("A day is written YYYY-MM-DD", { field: "expiresOn" })
  startOfDay(day)
  if (day < today) throw badInput("This paper has expired already", { field: "expiresOn" })
  return day
}
