import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, cents, centsOfDecimal, clockOf } from "@gondola/kit"
import type { BuyBoxStrategy } from "../buy-box/buy-box"
import { readBuyBox } from "../buy-box/buy-box-store"
import { readQualities } from "../buy-box/seller-quality"
import { strategyOf } from "../buy-box/strategies"
import type { ProductSafety, TypedAttribute } from "../catalogue/draft"
import { knexOf } from "../modules/marketplace/resolve"
import type { Condition } from "../offers/offer-draft"
import { priorPrice, type PricePoint } from "../offers/prior-price"
import { retailerOf, type Retailer } from "../retailer/retailer-of"
import { groupBy } from "./group-by"
import { pathsOf, readCategories } from "./read-categories"
import type { SellableOffer, SellableProduct, SellableVariant } from "./sellable-product"
import { DELIVERIES, OFFERS, PRICES, PRODUCTS, SHOPS, VARIANTS } from "./statements"

/** Catalogue products in the order of the ids; what is no catalogue product is left out. Six or seven statements in all. */
export async function readProducts(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<SellableProduct[]> {
  if (productIds.length === 0) return []
  const knex = knexOf(container)
  const retailer = await retailerOf(container)
  const ids = [...new Set(productIds)]
  const now = clockOf(container).now()
  const [products, variants, offers, shops, categories, setting] = await Promise.all([
    rows<ProductRow>(knex, PRODUCTS, { ids }),
    rows<VariantRow>(knex, VARIANTS, { ids }),
    readOffers(knex, { ids, retailer, now }),
    rows<{ product_id: string; shop: string }>(knex, SHOPS, { ids }),
    readCategories(container),
    readBuyBox(container),
  ])
  const strategy = strategyOf(setting)
  // Only a strategy that weighs service needs to know it.
  const qualities = setting.strategy === "weighted" ? await readQualities(container) : {}
  const variantsOf = groupBy(variants, (row) => row.product_id)
  const offersOf = groupBy(offers, (offer) => offer.catalogueVariantId)
  const shopsOf = groupBy(shops, (row) => row.product_id)
  const byId = new Map(products.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const en = row.i18n.en
    return {
      id,
      handle: row.handle,
      status: row.held_by.length > 0 ? "held" : row.status,
      heldBy: row.held_by,
      partNumber: row.part_number,
      title: { fr: row.title, en: en?.title || row.title },
      description: { fr: row.description ?? "", en: en?.description || row.description || "" },
      brand: row.brand,
      image: row.thumbnail ?? row.images[0] ?? null,
      images: row.images,
      gtins: row.gtins,
      categories: pathsOf(categories, row.category_ids),
      attributes: row.attributes,
      createdAt: new Date(row.created_at),
      releasedAt: row.released_at && new Date(row.released_at),
      safety: row.safety,
      guaranteeMonths: row.guarantee_months,
      source: row.source,
      variants: (variantsOf.get(id) ?? []).map((variant) =>
        // Nothing is for sale on a sheet that a gate holds back.
        sellableVariant(variant, row.held_by.length > 0 ? [] : (offersOf.get(variant.id) ?? []), {
          strategy,
          qualities,
          words: row.variant_words,
          now,
        }),
      ),
      shops: (shopsOf.get(id) ?? []).map((shop) => shop.shop),
    }
  })
}

function sellableVariant(
  row: VariantRow,
  offers: readonly PlacedOffer[],
  at: {
    readonly strategy: BuyBoxStrategy
    readonly qualities: Readonly<Record<string, number>>
    readonly words: ProductRow["variant_words"]
    readonly now: Date
  },
): SellableVariant {
  const { ranked, reason } = at.strategy.choose(
    offers.map(({ catalogueVariantId: _, ...offer }) => {
      const quality = offer.sellerId === null ? undefined : at.qualities[offer.sellerId]
      return quality === undefined ? offer : { ...offer, quality }
    }),
    at.now,
  )
  const { id, title, sku, gtin, options } = row
  const { en: titleEn = title, image = null } = at.words[id] ?? {}
  return { id, title, titleEn, image, sku, gtin, options, offers: ranked, buyBoxReason: reason }
}

type PlacedOffer = SellableOffer & { readonly catalogueVariantId: string }

async function readOffers(knex: Knex, at: { ids: string[]; retailer: Retailer; now: Date }): Promise<PlacedOffer[]> {
  const { setup } = at.retailer
  const units = await rows<OfferRow>(knex, OFFERS, {
    ids: at.ids,
    currency: setup.currency,
    channel: setup.salesChannelId,
  })
  const profiles = [...new Set(units.flatMap((unit) => unit.shipping_profile_id ?? []))]
  const [deliveries, prices] = await Promise.all([
    rows<{ profile: string; price: string }>(knex, DELIVERIES, { profiles, currency: setup.currency }),
    rows<{ subject_id: string; price: number; valid_from: Date }>(knex, PRICES, {
      subjects: units.map((unit) => unit.id),
      now: at.now,
    }),
  ])
  const deliveryOf = new Map(deliveries.map((row) => [row.profile, centsOfDecimal(Number(row.price))]))
  const historyOf = groupBy(prices, (row) => row.subject_id)
  return units.flatMap((unit) => {
    const delivery = unit.shipping_profile_id && deliveryOf.get(unit.shipping_profile_id)
    // Without a delivery it cannot be bought.
    if (delivery === undefined || delivery === null || delivery === "") return []
    const price = centsOfDecimal(Number(unit.price))
    const own = unit.seller_id === null
    return {
      id: unit.id,
      sellerId: unit.seller_id,
      sellerName: own ? at.retailer.name : unit.seller_name!,
      sellerHandle: own ? at.retailer.handle : unit.seller_handle!,
      condition: unit.condition,
      price,
      priorPrice: reducedFrom(historyOf.get(unit.id), price, at.now),
      currency: setup.currency,
      delivery,
      leadTimeDays: unit.lead_time_days,
      stock: Math.max(0, unit.stock),
      purchasableVariantId: unit.variant_id,
      purchasableProductId: unit.product_id,
      returnableInShop: own || unit.accepts_shop_returns === true,
      catalogueVariantId: unit.catalogue_variant_id,
    }
  })
}

/** Only where the history agrees with what Medusa charges: a price set behind our back announces no reduction. */
function reducedFrom(
  history: readonly { price: number; valid_from: Date }[] | undefined,
  price: Cents,
  now: Date,
): Cents | null {
  if (!history || history.at(-1)?.price !== price) return null
  const points: PricePoint[] = history.map((row) => ({ price: cents(row.price), validFrom: new Date(row.valid_from) }))
  return priorPrice(points, now)
}

async function rows<T>(knex: Knex, statement: string, bindings: Record<string, Knex.RawBinding>): Promise<T[]> {
  return (await knex.raw<{ rows: T[] }>(statement, bindings)).rows
}

interface ProductRow {
  id: string
  handle: string
  status: string
  held_by: string[]
  part_number: string | null
  variant_words: Record<string, { en?: string; image?: string }>
  title: string
  description: string | null
  thumbnail: string | null
  created_at: Date
  brand: string | null
  i18n: { en?: { title?: string; description?: string } }
  attributes: TypedAttribute[]
  safety: ProductSafety | null
  guarantee_months: number
  released_at: Date | null
  source: string | null
  images: string[]
  gtins: string[]
  category_ids: string[]
}

interface VariantRow {
  id: string
  product_id: string
  title: string
  sku: string | null
  gtin: string | null
  options: { name: string; value: string }[]
}

interface OfferRow {
  id: string
  seller_id: string | null
  catalogue_variant_id: string
  product_id: string
  variant_id: string
  condition: Condition
  lead_time_days: number
  seller_name: string | null
  seller_handle: string | null
  accepts_shop_returns: boolean | null
  price: string
  shipping_profile_id: string | null
  stock: number
}
