import type { TypedAttribute } from "../catalogue/draft"
import { landedPrice } from "../buy-box/buy-box"
import type { SellableOffer, SellableProduct, SellableVariant } from "../read-model/sellable-product"

export type Locale = "fr" | "en"

const money = (amount: number, currency: string) => ({ amount, currency })

/** `CatalogueProduct` of the schema; `Offer.trader` has its own resolver. */
export function productView(product: SellableProduct, locale: Locale) {
  const title = product.title[locale]
  return {
    id: product.id,
    handle: product.handle,
    title,
    brand: product.brand,
    description: product.description[locale],
    images: product.images.map((url) => ({ url, alt: title })),
    categoryPath: (product.categories[0] ?? []).map(({ id, handle, name }) => ({ id, handle, name: name[locale] })),
    attributes: product.attributes.map((attribute) => attributeView(attribute, locale)),
    safety: product.safety,
    variants: product.variants.map((variant) => variantView(variant, locale)),
    guaranteeMonths: product.guaranteeMonths,
    source: product.source,
  }
}

function variantView(variant: SellableVariant, locale: Locale) {
  const offers = variant.offers.map(offerView)
  const winner = offers[0]
  return {
    id: variant.id,
    title: locale === "en" ? variant.titleEn : variant.title,
    image: variant.image,
    gtin: variant.gtin,
    options: variant.options,
    buyBox: winner && variant.buyBoxReason ? { offer: winner, reason: variant.buyBoxReason[locale] } : null,
    offers,
  }
}

/** `Offer` of the schema, active by definition. */
export function offerView(offer: SellableOffer) {
  return {
    id: offer.id,
    sellerId: offer.sellerId,
    condition: offer.condition,
    state: "ACTIVE",
    price: money(offer.price, offer.currency),
    priorPrice: offer.priorPrice === null ? null : money(offer.priorPrice, offer.currency),
    deliveryPrice: money(offer.delivery, offer.currency),
    landedPrice: money(landedPrice(offer), offer.currency),
    leadTimeDays: offer.leadTimeDays,
    inStock: offer.stock,
    purchasableVariantId: offer.purchasableVariantId,
    returnableInShop: offer.returnableInShop,
  }
}

export function attributeView(attribute: TypedAttribute, locale: Locale) {
  const en = locale === "en"
  return {
    key: attribute.key,
    label: (en && attribute.labelEn) || attribute.label,
    type: attribute.type.toUpperCase(),
    value: attributeValue(attribute, locale),
  }
}

function attributeValue({ type, value, valueEn, unit }: TypedAttribute, locale: Locale): string {
  if (type === "boolean") return value ? (locale === "fr" ? "Oui" : "Yes") : locale === "fr" ? "Non" : "No"
  if (type === "number") {
    const digits = new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-IE").format(Number(value))
    return unit ? `${digits}\u00a0${unit}` : digits
  }
  return String((locale === "en" && valueEn) || value)
}
