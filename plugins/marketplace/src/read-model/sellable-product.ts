import type { Cents } from "@gondola/kit"
import type { ProductSafety, Text, TypedAttribute } from "../catalogue/draft"
import type { Condition } from "../offers/offer-draft"

export interface CategoryNode {
  readonly id: string
  readonly handle: string
  readonly name: Text
}

/** A catalogue product with everything that the index, an ad and its own page need. */
export interface SellableProduct {
  readonly id: string
  readonly handle: string
  /** Medusa's, or `held` while a gate of the listing is red: only `published` is on the shelf. */
  readonly status: string
  /** Gates of the listing that are red. */
  readonly heldBy: readonly string[]
  readonly partNumber: string | null
  readonly title: Text
  readonly description: Text
  readonly brand: string | null
  readonly image: string | null
  readonly images: readonly string[]
  readonly gtins: readonly string[]
  /** Each path from the root to the leaf. */
  readonly categories: readonly (readonly CategoryNode[])[]
  readonly attributes: readonly TypedAttribute[]
  readonly createdAt: Date
  readonly releasedAt: Date | null
  readonly safety: ProductSafety | null
  readonly guaranteeMonths: number
  /** Where the sheet comes from, to be named beside it. */
  readonly source: string | null
  readonly variants: readonly SellableVariant[]
  /** Handles of shops where at least one variant stands on the shelf. */
  readonly shops: readonly string[]
}

export interface SellableVariant {
  readonly id: string
  /** French; what tells it from its brothers. */
  readonly title: string
  readonly titleEn: string
  /** Its own picture, where it has one. */
  readonly image: string | null
  readonly sku: string | null
  readonly gtin: string | null
  readonly options: readonly { readonly name: string; readonly value: string }[]
  /** Winner of the buy box first. */
  readonly offers: readonly SellableOffer[]
  /** Null when nothing can be bought. */
  readonly buyBoxReason: Text | null
}

export interface SellableOffer {
  /** The variant id for the retailer's own offer. */
  readonly id: string
  readonly sellerId: string | null
  readonly sellerName: string
  readonly sellerHandle: string
  readonly condition: Condition
  /** VAT included. */
  readonly price: Cents
  /** Lowest price of the 30 days before the present reduction. */
  readonly priorPrice: Cents | null
  readonly currency: string
  /** Cheapest delivery of this seller. */
  readonly delivery: Cents
  readonly leadTimeDays: number
  /** What can be sold now. */
  readonly stock: number
  readonly purchasableVariantId: string
  readonly purchasableProductId: string
  readonly returnableInShop: boolean
}
