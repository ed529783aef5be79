import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clockOf, conflict } from "@gondola/kit"
import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf, marketplaceOf } from "../../modules/marketplace/resolve"
import type { SellerApplication } from "../../sellers/application/application"
import { freeHandle } from "../../sellers/application/handle"
import { stillMissing } from "../../sellers/application/hand-in"
import { handedInLetter, resumeLetter, toReviewLetter } from "../../sellers/letters/application"
import { readSellerFacts } from "../../sellers/read-facts"
import { tellOperator, tellSeller } from "../../sellers/tell"
import { acceptTermsInForce } from "../../sellers/terms/terms"

/** The seller, its owner as first member, and the first event of its life. */
export const recordApplicationStep = createStep(
  "record-seller-application",
  async (input: Omit<SellerApplication, "password">, { container }) => {
    const marketplace = marketplaceOf(container)
    const now = clockOf(container).now()
    const [twin] = await marketplace.listSellers({
      country_code: input.countryCode,
      registration_number: input.registrationNumber,
      state: { $nin: ["rejected", "closed"] },
    })
    if (twin) throw conflict("A seller with this registration number exists already; ask its owner to add you")
    const seller = await marketplace.createSellers({
      handle: await freeHandle(knexOf(container), input.name),
      name: input.name,
      state: "in_review",
      locale: input.locale ?? "fr",
      legal_name: input.legalName,
      street: input.street,
      postal_code: input.postalCode,
      city: input.city,
      country_code: input.countryCode,
      email: input.email,
      phone: input.phone,
      registration_number: input.registrationNumber,
      vat_number: input.vatNumber ?? null,
      eu_responsible: input.euResponsible ?? null,
      self_certified: input.selfCertified,
      accepts_shop_returns: input.acceptsShopReturns,
      terms_accepted_at: now,
      applied_at: now,
      state_changed_at: now,
    })
    const member = await marketplace.createSellerMembers({
      seller_id: seller.id,
      email: input.email,
      name: input.legalName,
      role: "owner",
    })
    const event = await marketplace.createSellerEvents({
      seller_id: seller.id,
      from_state: null,
      to_state: "in_review",
      actor: "applicant",
      at: now,
    })
    const made = { sellerId: seller.id, memberId: member.id }
    await acceptTermsInForce(container, seller.id, { type: "SELLER_MEMBER", id: member.id })
    await settleFirstState(container, seller.id)
    return new StepResponse(made, { ...made, eventId: event.id })
  },
  async (made, { container }) => {
    if (!made) return
    const marketplace = marketplaceOf(container)
    await knexOf(container)("marketplace_terms_acceptance").where({ seller_id: made.sellerId }).delete()
    await marketplace.deleteSellerEvents(made.eventId)
    await marketplace.deleteSellerMembers(made.memberId)
    await marketplace.deleteSellers(made.sellerId)
  },
)

/** Whoever gave everything waits for the review at once; where papers are asked for, they come next. */
async function settleFirstState(container: MedusaContainer, sellerId: string): Promise<void> {
  const knex = knexOf(container)
  const [seller] = await marketplaceOf(container).listSellers({ id: sellerId })
  const facts = seller && (await readSellerFacts(container, [seller])).get(sellerId)
  const complete = facts ? stillMissing(facts).length === 0 : false
  const state = complete ? "in_review" : "documents"
  await knex("marketplace_seller").where({ id: sellerId }).update({ state })
  await knex("marketplace_seller_event").where({ seller_id: sellerId }).update({ to_state: state })
  if (!seller) return
  const letter = complete ? handedInLetter(seller.name) : resumeLetter(seller.name)
  await tellSeller(container, seller, { key: `seller.resume:${sellerId}`, kind: "seller.application", letter })
  if (complete)
    await tellOperator(container, {
      key: `seller.to_review:${sellerId}`,
      kind: "seller.applied",
      letter: toReviewLetter(seller.name, sellerId),
      about: { type: "seller", id: sellerId },
    })
}
