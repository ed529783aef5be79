import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { alignShelf } from "../offers/align-shelf"
import { payoutAccountOf, registerBankAccount } from "../payouts/accounts"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import type { EprStream } from "./checklist/requirement"
import { checkIdentifier } from "./identifiers"
import type { SellerRow } from "./seller-row"
import { withSellerLock } from "./with-seller-lock"

/** The EPR number of one stream; empty takes it away. @throws BAD_IDENTIFIER */
export async function saveEprNumber(
  container: MedusaContainer,
  sellerId: string,
  { stream, number, actor }: { stream: EprStream; number: string; actor: Act["actor"] },
): Promise<void> {
  const check = number.trim() ? checkIdentifier("epr", "fr", number) : null
  if (check?.ok === false) throw marketplaceError("BAD_IDENTIFIER", check.message, { field: "epr", stream })
  await withSellerLock(container, sellerId, async () => {
    await knexOf(container).transaction(async (trx) => {
      const key = { seller_id: sellerId, stream }
      if (check)
        await trx("marketplace_seller_epr")
          .insert({ ...key, number: check.value, at: clockOf(container).now() })
          .onConflict(["seller_id", "stream"])
          .merge()
      else await trx("marketplace_seller_epr").where(key).delete()
      await recordAct(
        container,
        {
          actor,
          action: "seller.save_epr",
          subject: { type: "seller", id: sellerId },
          sellerId,
          details: { stream, number: check?.value ?? null },
        },
        trx,
      )
    })
    await alignShelf(container, sellerId)
  })
}

/** Streams for which the seller has a number: other categories are locked (L541-10-9). */
export const eprStreamsOf = async (container: MedusaContainer, sellerId: string): Promise<string[]> =>
  (await knexOf(container)("marketplace_seller_epr").where({ seller_id: sellerId }).pluck("stream")) as string[]

/** EPR numbers by stream. */
export const eprNumbersOf = async (
  container: MedusaContainer,
  sellerId: string,
): Promise<{ stream: EprStream; number: string }[]> =>
  (await knexOf(container)("marketplace_seller_epr")
    .where({ seller_id: sellerId })
    .orderBy("stream")
    .select("stream", "number")) as { stream: EprStream; number: string }[]

export interface KeptBankAccount {
  readonly last4: string
  /** ISO 3166-1 alpha-2, lower case. */
  readonly country: string
}

/**
 * Hands the account number to whoever pays out and forgets it: what remains is a token, four characters and the country.
 * @throws BAD_IDENTIFIER and what the provider answers
 */
export async function saveBankAccount(
  container: MedusaContainer,
  seller: Pick<SellerRow, "id" | "country_code">,
  { iban, actor }: { iban: string; actor: Act["actor"] },
): Promise<void> {
  const check = checkIdentifier("iban", seller.country_code, iban)
  if (!check.ok) throw marketplaceError("BAD_IDENTIFIER", check.message, { field: "iban" })
  await registerBankAccount(container, seller.id, check.value, actor)
  await withSellerLock(container, seller.id, () => alignShelf(container, seller.id))
}

export async function bankAccountOf(container: MedusaContainer, sellerId: string): Promise<KeptBankAccount | null> {
  const account = await payoutAccountOf(container, sellerId)
  return account?.last4 && account.country ? { last4: account.last4, country: account.country.toLowerCase() } : null
}
