import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { retailerOf } from "./retailer-of"
import { addressLine, type TraderBlock } from "./trader"

/** @throws NOT_FOUND for an unknown seller; NOT_SET_UP before the retailer exists */
export async function traderOf(container: MedusaContainer, sellerId: string | null): Promise<TraderBlock> {
  const [trader] = await tradersOf(container, [sellerId])
  if (!trader) throw notFound("This trader")
  return trader
}

/** In the order of the ids; one statement for all sellers. @throws NOT_FOUND for an unknown seller */
export async function tradersOf(
  container: MedusaContainer,
  sellerIds: readonly (string | null)[],
): Promise<TraderBlock[]> {
  const known = new Map<string | null, TraderBlock>()
  if (sellerIds.includes(null)) known.set(null, retailerTrader(await retailerOf(container)))
  const ids = [...new Set(sellerIds.filter((id): id is string => id !== null))]
  if (ids.length > 0)
    for (const seller of await marketplaceOf(container).listSellers({ id: ids }, { take: ids.length }))
      known.set(seller.id, sellerTrader(seller))
  return sellerIds.map((id) => {
    const trader = known.get(id)
    if (!trader) throw notFound("This trader")
    return trader
  })
}

export function sellerTrader(seller: SellerIdentity): TraderBlock {
  return {
    sellerId: seller.id,
    handle: seller.handle,
    name: seller.name,
    legalName: seller.legal_name,
    address: addressLine({ street: seller.street, postalCode: seller.postal_code, city: seller.city }),
    countryCode: seller.country_code,
    email: seller.email,
    phone: seller.phone,
    registrationNumber: seller.registration_number,
    vatNumber: seller.vat_number,
    isRetailer: false,
    selfCertified: seller.self_certified,
  }
}

interface SellerIdentity {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly legal_name: string
  readonly street: string
  readonly postal_code: string
  readonly city: string
  readonly country_code: string
  readonly email: string
  readonly phone: string
  readonly registration_number: string
  readonly vat_number: string | null
  readonly self_certified: boolean
}

function retailerTrader(retailer: Awaited<ReturnType<typeof retailerOf>>): TraderBlock {
  const { trader, setup } = retailer
  return {
    sellerId: null,
    handle: retailer.handle,
    name: retailer.name,
    legalName: trader.legalName,
    address: addressLine(trader),
    countryCode: setup.countryCode,
    email: trader.email,
    phone: trader.phone,
    registrationNumber: trader.registrationNumber,
    vatNumber: trader.vatNumber,
    isRetailer: true,
    selfCertified: true,
  }
}
