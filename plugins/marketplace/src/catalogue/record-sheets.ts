import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Cents } from "@gondola/kit"
import type { CatalogueDraft } from "./draft"

export interface SheetRow {
  readonly productId: string
  readonly draft: CatalogueDraft
  /** Gates that keep it from the shelf. */
  readonly heldBy: readonly string[]
  readonly variants: readonly {
    readonly variantId: string
    readonly gtins: readonly string[]
    readonly price: Cents | null
  }[]
}

/** Our side of new catalogue products, in the caller's transaction: the moment from which they are on the shelf. */
export async function recordSheets(
  trx: Knex.Transaction,
  rows: readonly SheetRow[],
  at: { now: Date; currency: string },
): Promise<void> {
  await trx("marketplace_product_sheet").insert(
    rows.map(({ productId, draft, heldBy, variants }) => ({
      product_id: productId,
      ...sheetColumns(draft),
      held_by: [...heldBy],
      variant_words: JSON.stringify(
        variantWords(variants.map(({ variantId }, place) => [variantId, draft.variants[place]])),
      ),
    })),
  )
  const variants = rows.flatMap((row) => row.variants.map((variant) => ({ ...variant, productId: row.productId })))
  const gtins = variants.flatMap((variant) =>
    variant.gtins.map((gtin) => ({ gtin, product_id: variant.productId, variant_id: variant.variantId })),
  )
  if (gtins.length > 0) await trx("marketplace_gtin").insert(gtins)
  await recordPrices(
    trx,
    variants.flatMap((variant) =>
      variant.price === null ? [] : [{ subjectId: variant.variantId, price: variant.price }],
    ),
    at,
  )
}

/** What Medusa's variants have no place for. */
export const variantWords = (
  variants: readonly (readonly [string, CatalogueDraft["variants"][number] | undefined])[],
): Record<string, { en?: string; image?: string }> =>
  Object.fromEntries(
    variants.flatMap(([id, draft]) => {
      const { titleEn: en, image } = draft ?? {}
      return en || image ? [[id, { en, image }]] : []
    }),
  )

/** What the sheet keeps of a draft; text that Medusa has no place for is kept in English here. */
export function sheetColumns(draft: CatalogueDraft): Record<string, unknown> {
  return {
    owner_seller_id: null,
    brand: draft.brand,
    part_number: draft.partNumber ?? null,
    i18n: JSON.stringify({ en: { title: draft.title.en, description: draft.description.en } }),
    attributes: JSON.stringify(draft.attributes ?? []),
    safety: draft.safety ? JSON.stringify(draft.safety) : null,
    guarantee_months: draft.guaranteeMonths ?? 24,
    released_at: draft.releasedAt ?? null,
    source: draft.source ?? null,
    source_key: draft.sourceKey ?? null,
    content_hash: draft.contentHash ?? null,
  }
}

/** Appends to the price history; a price that shoppers could not see yet is not `applied`. */
export async function recordPrices(
  trx: Knex.Transaction,
  prices: readonly { readonly subjectId: string; readonly price: Cents; readonly applied?: boolean }[],
  at: { now: Date; currency: string },
): Promise<void> {
  if (prices.length === 0) return
  await trx("marketplace_offer_price").insert(
    prices.map(({ subjectId, price, applied = true }) => ({
      id: generateEntityId(undefined, "oprice"),
      subject_id: subjectId,
      price,
      currency: at.currency,
      applied,
      valid_from: at.now,
    })),
  )
}
