import type { GraphqlContext } from "@gondola/kit"
import { landedPrice } from "../buy-box/buy-box"
import { cheapestDelivery } from "../read-model/cheapest-delivery"
import type { SellerOfferRow } from "../read-model/read-seller-offers"
import type { SellerRow } from "../sellers/seller-row"
import { productLoader } from "./loaders"

/** `SellerOffer` of the schema; its titles have resolvers that know the reader's language. */
export async function sellerOfferViews(context: GraphqlContext, seller: SellerRow, rows: readonly SellerOfferRow[]) {
  const delivery = await cheapestDelivery(context.scope, seller.shipping_profile_id)
  const products = await productLoader(context).loadMany([...new Set(rows.map((row) => row.catalogueProductId))])
  const variants = new Map(
    products.flatMap((product) =>
      product && !(product instanceof Error)
        ? product.variants.map((variant) => [variant.id, { ...variant, product }] as const)
        : [],
    ),
  )
  return rows.map((row) => {
    const variant = variants.get(row.catalogueVariantId)
    const offers = variant?.offers ?? []
    const onShelf = offers.find((offer) => offer.id === row.id)
    const money = (amount: number) => ({ amount, currency: row.currency })
    return {
      offer: {
        id: row.id,
        sellerId: seller.id,
        condition: row.condition,
        state: row.state.toUpperCase(),
        price: money(row.price),
        priorPrice: onShelf?.priorPrice ? money(onShelf.priorPrice) : null,
        deliveryPrice: money(delivery),
        landedPrice: money(landedPrice({ price: row.price, delivery })),
        leadTimeDays: row.leadTimeDays,
        inStock: row.stock,
        purchasableVariantId: row.variantId,
        returnableInShop: seller.accepts_shop_returns,
      },
      titles: variant?.product.title ?? { fr: row.productTitle, en: row.productTitle },
      variantTitles: variant && variant.product.variants.length > 1 ? { fr: variant.title, en: variant.titleEn } : null,
      productHandle: row.productHandle,
      gtin: row.gtin,
      sku: row.sku,
      image: row.image,
      heldBy: row.heldBy,
      winsBuyBox: offers[0]?.id === row.id && offers[0].stock > 0,
    }
  })
}
