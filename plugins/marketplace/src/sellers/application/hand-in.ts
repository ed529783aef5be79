import type { MedusaContainer } from "@medusajs/framework/types"
import { marketplaceError } from "../../errors"
import { knexOf, marketplaceOf } from "../../modules/marketplace/resolve"
import type { Act } from "../../trail/act"
import { notHandedIn } from "../checklist/checklist"
import { handedInLetter, toReviewLetter } from "../letters/application"
import { moveSeller } from "../move-seller"
import { readSellerFacts, type SellerFacts } from "../read-facts"
import type { SellerRow } from "../seller-row"
import { tellOperator } from "../tell"
import { withSellerLock } from "../with-seller-lock"
import { DATA_GATES } from "./save"

/** What the applicant has still to do before the file may be handed in; codes of gates. */
export const stillMissing = ({ gates, checklist }: Pick<SellerFacts, "gates" | "checklist">): string[] => [
  ...gates.filter((gate) => DATA_GATES.includes(gate) || gate === "terms"),
  ...notHandedIn(checklist).map((code) => `requirement_${code}`),
]

/**
 * The applicant hands the whole file in. A rejected one comes back this way too, corrected.
 * @throws REQUIREMENTS_OPEN naming what is missing | SELLER_STATE | CONFLICT when somebody else has the number now
 */
export async function handInApplication(
  container: MedusaContainer,
  sellerId: string,
  actor: Act["actor"],
): Promise<SellerRow> {
  return withSellerLock(container, sellerId, async () => {
    const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
    const facts = seller && (await readSellerFacts(container, [seller])).get(sellerId)
    const missing = facts ? stillMissing(facts) : []
    if (missing.length > 0)
      throw marketplaceError("REQUIREMENTS_OPEN", `Something is still missing: ${missing.join(", ")}`, { missing })
    return knexOf(container).transaction(async (trx) => {
      if (seller?.state === "rejected") await moveSeller(container, { sellerId, moves: ["resume"], actor }, trx)
      const row = await moveSeller(
        container,
        {
          sellerId,
          moves: ["hand_in"],
          actor,
          letter: { kind: "seller.application", text: ({ name }) => handedInLetter(name) },
        },
        trx,
      )
      await tellOperator(
        container,
        {
          key: `seller.to_review:${sellerId}:${row.state_changed_at.toISOString()}`,
          kind: "seller.applied",
          letter: toReviewLetter(row.name, sellerId),
          about: { type: "seller", id: sellerId },
        },
        trx,
      )
      return row
    })
  })
}
