import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { createMedusaProducts, type MedusaProduct } from "../catalogue/create-medusa-products"
import { recordPrices } from "../catalogue/record-sheets"
import { knexOf } from "../modules/marketplace/resolve"
import type { RetailerSetup } from "../retailer/retailer-of"
import type { SellerRow } from "../sellers/seller-row"
import { typesOfProducts } from "../vat/vat-classes"
import type { NewOffer } from "./offer-draft"

/** The catalogue variant that an offer sells. */
export interface CatalogueMatch {
  readonly productId: string
  readonly variantId: string
  readonly title: string
  readonly thumbnail: string | null
  /** Of the catalogue variant; empty where the product has only one. */
  readonly variantTitle: string
}

export interface OfferContext {
  readonly now: Date
  readonly setup: RetailerSetup
  /** The import that brings them. */
  readonly runId?: string
}

/** Title of the only variant of a product; faces leave it out. */
export const UNIQUE = "Unique"

/**
 * A backing product for each offer: a Medusa product of the seller's own, with its price, stock and delivery, so that
 * cart, tax, reservation, shipping and return work natively per seller. It is born a draft; `alignShelf` publishes it.
 * @returns offer ids in the order of the drafts
 */
export async function createOffers(
  container: MedusaContainer,
  seller: SellerRow,
  drafts: readonly { readonly draft: NewOffer; readonly match: CatalogueMatch }[],
  at: OfferContext,
): Promise<string[]> {
  if (drafts.length === 0) return []
  const ids = drafts.map(() => generateEntityId(undefined, "offer"))
  const types = await typesOfProducts(
    container,
    drafts.map(({ match }) => match.productId),
  )
  const backing = await createMedusaProducts(
    container,
    drafts.map(({ draft, match }, index) => ({
      handle: ids[index]!.toLowerCase().replace("_", "-"),
      externalId: `offer:${ids[index]!}`,
      title: match.title,
      description: "",
      status: "draft" as const,
      images: match.thumbnail ? [match.thumbnail] : [],
      categoryIds: [],
      typeId: types.get(match.productId),
      variants: [
        {
          // What a basket line says beside the product's title: the colour and size, or nothing worth saying.
          title: match.variantTitle || UNIQUE,
          // Medusa's SKUs are unique over all sellers.
          sku: `${seller.handle}:${draft.sku}`,
          gtin: null,
          price: draft.price,
          stock: draft.stock,
          options: { Offre: "Unique" },
        },
      ],
    })),
    {
      salesChannelId: at.setup.salesChannelId,
      shippingProfileId: seller.shipping_profile_id!,
      stockLocationId: seller.stock_location_id!,
      currency: at.setup.currency.toLowerCase(),
    },
  )
  try {
    await record(container, seller, { drafts, ids, backing, at })
  } catch (error) {
    await container.resolve(Modules.PRODUCT).deleteProducts(backing.map((product) => product.productId))
    throw error
  }
  return ids
}

async function record(
  container: MedusaContainer,
  seller: SellerRow,
  made: {
    drafts: readonly { readonly draft: NewOffer; readonly match: CatalogueMatch }[]
    ids: readonly string[]
    backing: readonly MedusaProduct[]
    at: OfferContext
  },
): Promise<void> {
  const rows = made.drafts.map(({ draft, match }, index) => ({
    draft,
    match,
    id: made.ids[index]!,
    productId: made.backing[index]!.productId,
    ...made.backing[index]!.variants[0]!,
  }))
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_product_sheet").insert(
      rows.map((row) => ({
        product_id: row.productId,
        owner_seller_id: seller.id,
        catalogue_product_id: row.match.productId,
        catalogue_variant_id: row.match.variantId,
      })),
    )
    await trx("marketplace_offer").insert(
      rows.map((row) => ({
        id: row.id,
        seller_id: seller.id,
        sku: row.draft.sku,
        gtin: row.draft.gtin,
        catalogue_product_id: row.match.productId,
        catalogue_variant_id: row.match.variantId,
        product_id: row.productId,
        variant_id: row.variantId,
        inventory_item_id: row.inventoryItemId,
        condition: row.draft.condition,
        state: row.draft.state,
        run_id: made.at.runId ?? null,
        price: row.draft.price,
        currency: row.draft.currency,
        lead_time_days: row.draft.leadTimeDays,
      })),
    )
    await recordPrices(
      trx,
      rows.map((row) => ({ subjectId: row.id, price: row.draft.price, applied: row.draft.state === "active" })),
      { now: made.at.now, currency: made.at.setup.currency },
    )
  })
}
