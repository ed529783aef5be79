import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { Letters } from "../notifications/letter"
import { notify } from "../notifications/notify"
import { retailerOf } from "../retailer/retailer-of"
import type { SellerRow } from "./seller-row"

interface Telling {
  readonly key: string
  readonly kind: string
  readonly letter: Letters
  readonly about?: { readonly type: string; readonly id: string }
}

/** To every owner of the team; once in the bell of its room. */
export async function tellSeller(
  container: MedusaContainer,
  seller: Pick<SellerRow, "id" | "email" | "locale">,
  telling: Telling,
  trx?: Knex.Transaction,
): Promise<void> {
  const owners = (await (trx ?? knexOf(container))("marketplace_seller_member")
    .where({ seller_id: seller.id, role: "owner" })
    .whereNull("deleted_at")
    .orderBy("created_at")
    .select("id", "email", "locale")) as { id: string; email: string; locale: "fr" | "en" | null }[]
  const to = owners.length > 0 ? owners : [{ id: seller.id, email: seller.email, locale: null }]
  for (const [index, owner] of to.entries())
    await notify(
      container,
      {
        ...telling,
        key: `${telling.key}:${owner.id}`,
        about: telling.about ?? { type: "seller", id: seller.id },
        to: {
          email: owner.email,
          locale: owner.locale ?? seller.locale,
          ...(index === 0 ? { feed: { room: "SELLER" as const, organisationId: seller.id } } : {}),
        },
      },
      trx,
    )
}

/** To the retailer's address, and in the bell of the operator's room. */
export async function tellOperator(
  container: MedusaContainer,
  telling: Telling,
  trx?: Knex.Transaction,
): Promise<void> {
  const { trader } = await retailerOf(container)
  await notify(
    container,
    { ...telling, to: { email: trader.email, feed: { room: "OPERATOR", organisationId: null } } },
    trx,
  )
}
