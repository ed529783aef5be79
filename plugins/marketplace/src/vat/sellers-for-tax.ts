import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

export interface SellerForTax {
  readonly id: string
  readonly countryCode: string
  readonly vatNumber: string | null
  /** Of the seller's stock; its seat where the stock has no address. */
  readonly dispatchCountry: string
}

export async function sellersForTax(
  container: Pick<MedusaContainer, "resolve">,
  sellerIds: readonly string[],
): Promise<Map<string, SellerForTax>> {
  if (sellerIds.length === 0) return new Map()
  const rows = (await knexOf(container)("marketplace_seller as s")
    .leftJoin("stock_location as l", "l.id", "s.stock_location_id")
    .leftJoin("stock_location_address as a", "a.id", "l.address_id")
    .whereIn("s.id", [...sellerIds])
    .select(
      "s.id",
      "s.country_code as countryCode",
      "s.vat_number as vatNumber",
      knexOf(container).raw(`lower(coalesce(a.country_code, s.country_code)) as "dispatchCountry"`),
    )) as SellerForTax[]
  return new Map(rows.map((row) => [row.id, row]))
}
