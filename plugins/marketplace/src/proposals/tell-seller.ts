import type { MedusaContainer } from "@medusajs/framework/types"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { notify } from "../notifications/notify"
import type { ProposalRow } from "./decide-proposal"
import { proposalLetter } from "./letters"

export async function tellSeller(
  container: MedusaContainer,
  proposal: Pick<ProposalRow, "id" | "seller_id" | "sku" | "article">,
  reason: string | null,
): Promise<void> {
  const [seller] = await marketplaceOf(container).listSellers({ id: proposal.seller_id })
  if (!seller) return
  await notify(container, {
    key: `proposal:${proposal.id}:decided`,
    to: { email: seller.email, feed: { room: "SELLER", organisationId: seller.id } },
    kind: "proposal.decided",
    letter: proposalLetter(proposal.article.title, proposal.sku, reason),
    about: { type: "proposal", id: proposal.id },
  })
}
