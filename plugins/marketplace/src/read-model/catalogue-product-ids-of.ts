import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

/** Products that own a changed row; a backing product stands for the catalogue product that it sells. */
const OWNERS: Readonly<Record<string, string>> = {
  product: `select unnest(:ids::text[]) as product_id`,
  marketplace_product_sheet: `select unnest(:ids::text[]) as product_id`,
  product_variant: `select product_id from product_variant where id = any(:ids)`,
  image: `select product_id from image where id = any(:ids)`,
  product_category_product: `select unnest(:ids::text[]) as product_id`,
  product_category: `select l.product_id from product_category_product l
    join product_category c on c.id = l.product_category_id
    where exists (select 1 from product_category changed
      where changed.id = any(:ids) and (c.id = changed.id or c.mpath like changed.mpath || '.%'))`,
  product_variant_price_set: `select v.product_id from product_variant_price_set l
    join product_variant v on v.id = l.variant_id where l.id = any(:ids)`,
  price_set: `select v.product_id from product_variant_price_set l
    join product_variant v on v.id = l.variant_id where l.price_set_id = any(:ids)`,
  price: `select v.product_id from price a join product_variant_price_set l on l.price_set_id = a.price_set_id
    join product_variant v on v.id = l.variant_id where a.id = any(:ids)`,
  product_variant_inventory_item: `select v.product_id from product_variant_inventory_item l
    join product_variant v on v.id = l.variant_id where l.id = any(:ids)`,
  inventory_item: `select v.product_id from product_variant_inventory_item l
    join product_variant v on v.id = l.variant_id where l.inventory_item_id = any(:ids)`,
  inventory_level: `select v.product_id from inventory_level n
    join product_variant_inventory_item l on l.inventory_item_id = n.inventory_item_id
    join product_variant v on v.id = l.variant_id where n.id = any(:ids)`,
  marketplace_gtin: `select product_id from marketplace_gtin where gtin = any(:ids)`,
  marketplace_offer: `select catalogue_product_id as product_id from marketplace_offer where id = any(:ids)`,
  marketplace_offer_price: `select coalesce(o.catalogue_product_id, v.product_id) as product_id
    from marketplace_offer_price h left join marketplace_offer o on o.id = h.subject_id
    left join product_variant v on v.id = h.subject_id where h.id = any(:ids)`,
  marketplace_seller: `select catalogue_product_id as product_id from marketplace_offer where seller_id = any(:ids)`,
}

/** Tables whose changes can change a `SellableProduct`. */
export const CATALOGUE_TABLES: readonly string[] = Object.keys(OWNERS)

/**
 * Catalogue products that a change of rows concerns. Ids are primary keys; of `product_category_product` (which has
 * none) product ids.
 */
export async function catalogueProductIdsOf(
  container: MedusaContainer,
  change: { readonly table: string; readonly ids: readonly string[] },
): Promise<string[]> {
  const owners = OWNERS[change.table]
  if (!owners) throw new Error(`No catalogue product depends on table ${change.table}`)
  if (change.ids.length === 0) return []
  const { rows } = await knexOf(container).raw<{ rows: { id: string }[] }>(
    `select distinct coalesce(s.catalogue_product_id, s.product_id) as id
     from (${owners}) owner join marketplace_product_sheet s on s.product_id = owner.product_id`,
    { ids: [...change.ids] },
  )
  return rows.map((row) => row.id)
}
