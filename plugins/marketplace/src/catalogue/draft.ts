import type { Cents } from "@gondola/kit"
import type { VatClass } from "../vat/vat-classes"

/** French first; English equal. */
export interface Text {
  readonly fr: string
  readonly en: string
}

export interface TypedAttribute {
  readonly key: string
  /** French; `labelEn` where it differs. */
  readonly label: string
  readonly labelEn?: string
  readonly type: "text" | "number" | "boolean"
  readonly value: string | number | boolean
  /** English of a text value, where it differs. */
  readonly valueEn?: string
  /** Only of a number. */
  readonly unit?: string
}

/** Safety block of the listing (GPSR art. 19). */
export interface ProductSafety {
  readonly manufacturer: string
  readonly manufacturerContact: string
  /** ISO 3166-1 alpha-2, lower case; outside the EU somebody in it must answer for the product. */
  readonly manufacturerCountry?: string | null
  readonly euResponsible: string | null
  readonly warnings: readonly string[]
}

export interface CatalogueVariantDraft {
  /** Empty for the only variant of a product. */
  readonly title?: string
  readonly titleEn?: string
  /** The picture that shows this variant. */
  readonly image?: string
  readonly sku: string
  /** Any spelling; the first is the variant's own, the others find it as well. */
  readonly gtins?: readonly string[]
  /** VAT included; null: the retailer does not sell it. */
  readonly price: Cents | null
  /** In the web warehouse. */
  readonly stock: number
  readonly options?: Readonly<Record<string, string>>
}

/** An article of the retailer's catalogue. */
export interface CatalogueDraft {
  /** Unique; made of the French title when absent. */
  readonly handle?: string
  readonly title: Text
  readonly description: Text
  readonly brand: string | null
  /** The manufacturer's own number. */
  readonly partNumber?: string | null
  readonly images: readonly string[]
  /** Handles of existing categories. */
  readonly categories: readonly string[]
  readonly attributes?: readonly TypedAttribute[]
  readonly safety?: ProductSafety | null
  /** Class of VAT; the normal rate when absent. */
  readonly vatClass?: VatClass
  /** Two years by law when absent. */
  readonly guaranteeMonths?: number
  readonly releasedAt?: Date | null
  readonly status?: "published" | "draft"
  /** Where the sheet comes from, and its key there: an import finds it again by them. */
  readonly source?: string | null
  readonly sourceKey?: string | null
  readonly contentHash?: string | null
  /** What its source says nothing of: an update leaves it as it is. Fields that may be left out need no mention. */
  readonly absent?: readonly ("description" | "images" | "categories" | "brand")[]
  readonly variants: readonly CatalogueVariantDraft[]
}
