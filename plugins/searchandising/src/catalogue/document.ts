import type { DynamicValue, Label } from "../providers/postgres/document-row"
import { typeOfTitle } from "../product-type/derive-type"

/** What a tile shows, both languages; kept whole in the index, so that a result page reads nothing else. */
export interface Card {
  readonly id: string
  readonly handle: string
  readonly title: Label
  readonly brand: string | null
  readonly image: string | null
  /** Minor units. */
  readonly price: number | null
  readonly priorPrice: number | null
  readonly currency: string
  readonly sellerName: string
  readonly sellerIsRetailer: boolean
  readonly offerCount: number
  readonly inStock: boolean
  readonly deliveryDays: number | null
  readonly returnableInShop: boolean
  readonly shops: readonly string[]
}

export interface CatalogDocument {
  readonly id: string
  readonly titles: readonly string[]
  readonly types: readonly string[]
  readonly codes: readonly string[]
  readonly brand: string | null
  readonly descriptions: readonly string[]
  readonly categories: readonly string[]
  readonly sellers: readonly string[]
  readonly conditions: readonly string[]
  readonly shops: readonly string[]
  readonly scope: readonly string[]
  readonly price: number | null
  readonly released: string | null
  readonly rank: number
  readonly card: Card
  readonly attributes: readonly DynamicValue[]
  readonly labels: Readonly<Record<string, Readonly<Record<string, Label>>>>
}

export const WEB_SCOPE = "web"

/** The part of the read model that the index needs; a product of @gondola/marketplace has it. */
export interface IndexableProduct {
  readonly id: string
  readonly handle: string
  readonly status: string
  readonly title: Label
  readonly description: Label
  readonly brand: string | null
  readonly image: string | null
  readonly categories: readonly (readonly { readonly handle: string; readonly name: Label }[])[]
  readonly attributes: readonly {
    readonly key: string
    readonly label: string
    readonly labelEn?: string
    readonly type: "text" | "number" | "boolean"
    readonly value: string | number | boolean
    readonly valueEn?: string
    readonly unit?: string
  }[]
  readonly createdAt: Date
  readonly releasedAt: Date | null
  readonly gtins: readonly string[]
  readonly variants: readonly {
    readonly sku: string | null
    readonly offers: readonly {
      readonly sellerId: string | null
      readonly sellerName: string
      readonly sellerHandle: string
      readonly condition: string
      readonly price: number
      readonly priorPrice: number | null
      readonly currency: string
      readonly delivery: number
      readonly leadTimeDays: number
      readonly stock: number
      readonly returnableInShop: boolean
    }[]
  }[]
  readonly shops: readonly string[]
}

const MAX_ATTRIBUTES = 60
/** Found by, never filtered by. */
const PART_NUMBER = "part_number"
const MAX_VALUE_LENGTH = 60
const CONDITIONS: Readonly<Record<string, Label>> = {
  NEW: { fr: "Neuf", en: "New" },
  REFURBISHED: { fr: "Reconditionné", en: "Refurbished" },
  USED_LIKE_NEW: { fr: "Occasion, comme neuf", en: "Used, like new" },
  USED_GOOD: { fr: "Occasion, bon état", en: "Used, good" },
}

/** The document of a product, or null when it has nothing to sell or is not published: then it is not in the index. */
export function catalogDocument(product: IndexableProduct): CatalogDocument | null {
  const offers = product.variants.flatMap((variant) => variant.offers)
  const winners = product.variants.flatMap((variant) => variant.offers.slice(0, 1))
  const best = [...winners].sort((a, b) => Number(b.stock > 0) - Number(a.stock > 0) || a.price - b.price)[0]
  if (!best || product.status !== "published") return null
  const type = typeOfTitle(withoutBrand(product.title.en, product.brand)) ?? typeOfTitle(product.title.fr)
  const leaves = product.categories.flatMap((path) => path.slice(-1))
  const nodes = product.categories.flat()
  const inStock = offers.some((offer) => offer.stock > 0)
  const released = product.releasedAt ?? product.createdAt
  return {
    id: product.id,
    titles: both(product.title),
    // A department says less than the thing itself ("ink and toner"): it stands in where the title names nothing.
    types: type ? type.synonyms : leaves.flatMap((leaf) => both(leaf.name)),
    codes: [
      ...product.attributes.flatMap(({ key, value }) => (key === PART_NUMBER ? [String(value)] : [])),
      ...product.variants.flatMap((variant) => variant.sku ?? []),
      ...product.gtins,
    ],
    brand: product.brand,
    descriptions: both(product.description),
    categories: [...new Set(nodes.map((node) => node.handle))],
    sellers: [...new Set(offers.map((offer) => offer.sellerHandle))],
    conditions: [...new Set(offers.map((offer) => offer.condition))],
    shops: [...product.shops],
    scope: [WEB_SCOPE],
    price: best.price,
    released: released.toISOString(),
    rank: (inStock ? 10 : 0) + Math.min(5, offers.length) / 10,
    card: {
      id: product.id,
      handle: product.handle,
      title: product.title,
      brand: product.brand,
      image: product.image,
      price: best.price,
      priorPrice: best.priorPrice,
      currency: best.currency.toUpperCase(),
      sellerName: best.sellerName,
      sellerIsRetailer: best.sellerId === null,
      offerCount: offers.length,
      inStock,
      deliveryDays: best.leadTimeDays,
      returnableInShop: best.returnableInShop,
      shops: product.shops,
    },
    attributes: product.attributes
      .filter(({ key }) => key !== PART_NUMBER)
      .slice(0, MAX_ATTRIBUTES)
      .flatMap(dynamicValue),
    labels: {
      categories: Object.fromEntries(nodes.map((node) => [node.handle, node.name])),
      sellers: Object.fromEntries(
        offers.map((offer) => [offer.sellerHandle, { fr: offer.sellerName, en: offer.sellerName }]),
      ),
      conditions: Object.fromEntries(offers.map(({ condition }) => [condition, conditionLabel(condition)])),
    },
  }
}

const both = (text: Label): string[] => (text.fr === text.en ? [text.fr] : [text.fr, text.en]).filter(Boolean)

const withoutBrand = (title: string, brand: string | null): string =>
  brand && title.toLowerCase().startsWith(brand.toLowerCase()) ? title.slice(brand.length) : title

const conditionLabel = (condition: string): Label => CONDITIONS[condition] ?? { fr: condition, en: condition }

function dynamicValue(attribute: IndexableProduct["attributes"][number]): DynamicValue[] {
  const value = String(attribute.value)
  if (!value || value.length > MAX_VALUE_LENGTH) return []
  const label = { fr: attribute.label, en: attribute.labelEn ?? attribute.label }
  if (attribute.type === "boolean") {
    const yes = value === "true"
    return [
      { key: attribute.key, label, value, valueLabel: { fr: yes ? "Oui" : "Non", en: yes ? "Yes" : "No" }, unit: null },
    ]
  }
  if (attribute.type === "number") {
    const text = attribute.unit ? `${value} ${attribute.unit}` : value
    const valueLabel = { fr: text.replace(".", ","), en: text }
    return [{ key: attribute.key, label, value, valueLabel, unit: attribute.unit ?? null }]
  }
  return [{ key: attribute.key, label, value, valueLabel: { fr: value, en: attribute.valueEn ?? value }, unit: null }]
}
