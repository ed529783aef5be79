import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import type { ProposalRow } from "./decide-proposal"
import { proposalLetter } from "./letters"

export async function tellSeller(
  container: MedusaContainer,
  proposal: Pick<ProposalRow, "id" | "seller_id" | "sku" | "article">,
  reason: string | null,
): Promise<void> {
  await notifyAll(container, await sellerReaders(knexOf(container), proposal.seller_id, "catalogue"), {
    key: `proposal:${proposal.id}:decided`,
    kind: "proposal.decided",
    letter: proposalLetter(proposal.article.title, proposal.sku, reason),
    about: { type: "proposal", id: proposal.id },
  })
}
