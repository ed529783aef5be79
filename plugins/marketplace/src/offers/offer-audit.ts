import type { AuditCheck, AuditFinding } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { gatesOf } from "../sellers/read-facts"

/** The price that was asked for is the price that is charged, and nothing of a seller is sold before its gates are green. */
export const offerAudit: AuditCheck = {
  name: "offers",
  async run(container) {
    const offers = (await knexOf(container)("marketplace_offer as o")
      .join("product as p", "p.id", "o.product_id")
      .whereNull("o.deleted_at")
      .select("o.id", "o.seller_id as sellerId", "o.state", "o.price", "p.status")
      .select(
        knexOf(container).raw(
          `(select round(min(a.amount) * 100)::text from product_variant_price_set l
             join price a on a.price_set_id = l.price_set_id and a.deleted_at is null and a.price_list_id is null
             where l.variant_id = o.variant_id and l.deleted_at is null and a.currency_code = lower(o.currency)) as charged`,
        ),
      )) as AuditedOffer[]
    const sellers = await marketplaceOf(container).listSellers({}, { take: 100_000 })
    const gates = await gatesOf(container, sellers)
    const mayPublish = new Map(sellers.map((seller) => [seller.id, gates.get(seller.id)?.length === 0]))
    return {
      examined: offers.length,
      findings: offers.flatMap((offer) => [
        ...priceFinding(offer),
        ...shelfFinding(offer, mayPublish.get(offer.sellerId) ?? false),
      ]),
    }
  },
}

interface AuditedOffer {
  readonly id: string
  readonly sellerId: string
  readonly state: string
  /** Cents. */
  readonly price: number
  readonly status: string
  /** Cents. */
  readonly charged: string | null
}

const priceFinding = (offer: AuditedOffer): AuditFinding[] =>
  Number(offer.charged) === offer.price
    ? []
    : [{ subject: offer.id, detail: `asks ${offer.price} cents, Medusa charges ${offer.charged ?? "nothing"}` }]

function shelfFinding(offer: AuditedOffer, mayPublish: boolean): AuditFinding[] {
  const should = mayPublish && offer.state === "active"
  if (should === (offer.status === "published")) return []
  const detail = should ? "is active, but cannot be bought" : "can be bought, though it is not active or a gate is red"
  return [{ subject: offer.id, detail }]
}
