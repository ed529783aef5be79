import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { GondolaError, type CommonErrorCode, micros, type Micros } from "@gondola/kit"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"

export interface Advertiser {
  readonly id: string
  readonly name: string
  /** Legal name of who pays for the ads. */
  readonly payer: string
  /** Brand of the catalogue whose products it may advertise. */
  readonly brand: string
  readonly currency: string
  readonly balance: Micros
}

const advertiserOf = (row: Record<string, string>): Advertiser => ({
  id: row.id!,
  name: row.name!,
  payer: row.payer!,
  brand: row.brand!,
  currency: row.currency!,
  balance: micros(Number(row.balance_micros)),
})

export async function findAdvertiser(db: Knex, where: { id: string } | { brand: string }): Promise<Advertiser | null> {
  const row = (await db("sponsored_advertiser").where(where).first()) as Record<string, string> | undefined
  return row ? advertiserOf(row) : null
}

/** The advertiser a member works for: every read and write of a brand starts here. @throws NOT_ALLOWED */
export async function advertiserOfMember(db: Knex, memberId: string): Promise<Advertiser> {
  const row = (await db("sponsored_brand_member as m")
    .join("sponsored_advertiser as v", "v.id", "m.advertiser_id")
    .where("m.id", memberId)
    .first("v.*")) as Record<string, string> | undefined
  if (!row) throw new GondolaError<CommonErrorCode>("NOT_ALLOWED", "This account belongs to no advertiser any more")
  return advertiserOf(row)
}

/** Who a brand member is, for the sign-in; null when the account was closed. */
export async function brandMemberAccount(
  container: MedusaContainer,
  memberId: string,
): Promise<{ personName: string; email: string; organisation: string } | null> {
  const row = (await sponsoredOf(container)
    .db("sponsored_brand_member as m")
    .join("sponsored_advertiser as v", "v.id", "m.advertiser_id")
    .where("m.id", memberId)
    .first("m.email", "m.first_name", "m.last_name", "v.name")) as Record<string, string> | undefined
  return row ? { personName: `${row.first_name} ${row.last_name}`, email: row.email!, organisation: row.name! } : null
}
