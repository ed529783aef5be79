import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clockOf, conflict } from "@gondola/kit"
import { slug } from "../../catalogue/slug"
import { marketplaceOf } from "../../modules/marketplace/resolve"
import type { SellerApplication } from "../../sellers/application"

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
      handle: await freeHandle(marketplace, slug(input.name)),
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
    return new StepResponse(made, { ...made, eventId: event.id })
  },
  async (made, { container }) => {
    if (!made) return
    const marketplace = marketplaceOf(container)
    await marketplace.deleteSellerEvents(made.eventId)
    await marketplace.deleteSellerMembers(made.memberId)
    await marketplace.deleteSellers(made.sellerId)
  },
)

async function freeHandle(marketplace: ReturnType<typeof marketplaceOf>, wanted: string): Promise<string> {
  const taken = new Set(
    (await marketplace.listSellers({ handle: { $like: `${wanted}%` } }, { select: ["handle"], take: 1000 })).map(
      (seller) => seller.handle,
    ),
  )
  let handle = wanted
  for (let n = 2; taken.has(handle); n += 1) handle = `${wanted}-${n}`
  return handle
}
