import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

/** Whose a sold variant is and what it is in the catalogue, read at the sale and kept with the order. */
export interface LineOrigin {
  readonly variantId: string
  readonly sellerId: string | null
  readonly catalogueProductId: string
  readonly catalogueVariantId: string
  readonly productHandle: string | null
  readonly image: string | null
  readonly brand: string | null
  readonly gtin: string | null
  readonly leadTimeDays: number
  readonly condition: string
  readonly profileId: string | null
  readonly titleEn: string | null
  readonly acceptsShopReturns: boolean
  /** With ancestors. */
  readonly categoryHandles: readonly string[]
}

/** The retailer's own goods leave the warehouse the next working day. */
const RETAILER_LEAD_TIME_DAYS = 1

/** Two statements for any number of variants. Medusa's own line metadata is never trusted for this. */
export async function lineOrigins(
  container: MedusaContainer,
  variantIds: readonly string[],
): Promise<Map<string, LineOrigin>> {
  const knex = knexOf(container)
  const { rows } = (await knex.raw(
    `select v.id as "variantId", sheet.owner_seller_id as "sellerId",
       coalesce(sheet.catalogue_product_id, v.product_id) as "catalogueProductId",
       coalesce(sheet.catalogue_variant_id, v.id) as "catalogueVariantId",
       c.handle as "productHandle",
       coalesce(coalesce(catalogue.variant_words, sheet.variant_words) #>> array[coalesce(sheet.catalogue_variant_id, v.id), 'image'],
         c.thumbnail, p.thumbnail) as image,
       coalesce(catalogue.brand, sheet.brand) as brand,
       coalesce(offer.gtin, g.gtin, v.ean, v.barcode) as gtin,
       coalesce(catalogue.i18n, sheet.i18n) #>> '{en,title}' as "titleEn",
       sheet.owner_seller_id is null or coalesce(seller.accepts_shop_returns, false) as "acceptsShopReturns",
       offer.lead_time_days as "leadTimeDays", coalesce(offer.condition, 'NEW') as condition, profile.shipping_profile_id as "profileId"
     from product_variant v
     join product p on p.id = v.product_id
     left join marketplace_product_sheet sheet on sheet.product_id = v.product_id
     left join marketplace_product_sheet catalogue on catalogue.product_id = sheet.catalogue_product_id
     left join marketplace_seller seller on seller.id = sheet.owner_seller_id
     left join product c on c.id = coalesce(sheet.catalogue_product_id, v.product_id)
     left join marketplace_offer offer on offer.variant_id = v.id
     left join lateral (select gtin from marketplace_gtin where variant_id = v.id limit 1) g on true
     left join product_shipping_profile profile on profile.product_id = v.product_id and profile.deleted_at is null
     where v.id = any(:ids)`,
    { ids: [...variantIds] },
  )) as { rows: (Omit<LineOrigin, "categoryHandles" | "leadTimeDays"> & { leadTimeDays: number | null })[] }
  const handles = await categoryHandles(container, [...new Set(rows.map((row) => row.catalogueProductId))])
  return new Map(
    rows.map((row) => [
      row.variantId,
      {
        ...row,
        leadTimeDays: row.leadTimeDays ?? RETAILER_LEAD_TIME_DAYS,
        categoryHandles: handles.get(row.catalogueProductId) ?? [],
      },
    ]),
  )
}

async function categoryHandles(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = (await knexOf(container).raw(
    `select link.product_id as product, array_agg(distinct ancestor.handle) as handles
     from product_category_product link
     join product_category leaf on leaf.id = link.product_category_id and leaf.deleted_at is null
     join product_category ancestor on ancestor.id = any(string_to_array(leaf.mpath, '.')) and ancestor.deleted_at is null
     where link.product_id = any(:ids)
     group by link.product_id`,
    { ids: [...productIds] },
  )) as { rows: { product: string; handles: string[] }[] }
  return new Map(rows.map((row) => [row.product, row.handles]))
}
