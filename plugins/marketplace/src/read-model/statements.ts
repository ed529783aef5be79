/*
 * The one place that reads Medusa's tables beside its services: a page of 100 products costs six statements here and
 * some sixty milliseconds of mapping through query.graph (bench/import). It only reads; tables and columns are Medusa
 * 2.21.2's, and marketplace.http.spec fails when they move.
 */

/** Catalogue products with their sheets. */
export const PRODUCTS = `
  select p.id, p.handle, p.status, p.title, p.description, p.thumbnail, p.created_at,
    s.held_by, s.part_number, s.variant_words, s.brand, s.i18n, s.attributes, s.safety, s.guarantee_months, s.released_at, s.source,
    array(select i.url from image i where i.product_id = p.id and i.deleted_at is null order by i.rank, i.id) as images,
    array(select g.gtin from marketplace_gtin g where g.product_id = p.id order by g.gtin) as gtins,
    array(select c.product_category_id from product_category_product c where c.product_id = p.id) as category_ids
  from product p
  join marketplace_product_sheet s on s.product_id = p.id and s.owner_seller_id is null and s.deleted_at is null
  where p.id = any(:ids) and p.deleted_at is null`

export const VARIANTS = `
  select v.id, v.product_id, v.title, v.sku, coalesce(v.ean, v.barcode) as gtin,
    coalesce((
      select json_agg(json_build_object('name', o.title, 'value', w.value) order by o.title)
      from product_variant_option vo
      join product_option_value w on w.id = vo.option_value_id
      join product_option o on o.id = w.option_id
      where vo.variant_id = v.id
    ), '[]') as options
  from product_variant v
  where v.product_id = any(:ids) and v.deleted_at is null
  order by v.product_id, v.variant_rank, v.id`

/**
 * What can be bought: catalogue variants with a price (the retailer) and active offers whose backing product is
 * published. Stock counts at locations of the web channel only; Medusa charges the lowest plain price.
 */
export const OFFERS = `
  with unit as (
    select v.id as id, null::text as seller_id, v.product_id as catalogue_product_id, v.id as catalogue_variant_id,
      v.product_id, v.id as variant_id, 'NEW' as condition, 1 as lead_time_days
    from product_variant v
    where v.product_id = any(:ids) and v.deleted_at is null
    union all
    select o.id, o.seller_id, o.catalogue_product_id, o.catalogue_variant_id,
      o.product_id, o.variant_id, o.condition, o.lead_time_days
    from marketplace_offer o
    join product p on p.id = o.product_id and p.status = 'published' and p.deleted_at is null
    where o.catalogue_product_id = any(:ids) and o.state = 'active' and o.held_by = '{}' and o.deleted_at is null
  )
  select u.*, s.name as seller_name, s.handle as seller_handle, s.accepts_shop_returns,
    cost.amount::text as price, profile.shipping_profile_id, coalesce(stock.free, 0)::int as stock
  from unit u
  left join marketplace_seller s on s.id = u.seller_id
  join lateral (
    select min(a.amount) as amount
    from product_variant_price_set l
    join price a on a.price_set_id = l.price_set_id and a.deleted_at is null
    where l.variant_id = u.variant_id and l.deleted_at is null and a.currency_code = lower(:currency)
      and a.price_list_id is null and coalesce(a.rules_count, 0) = 0 and a.min_quantity is null
  ) cost on cost.amount > 0
  left join lateral (
    select l.shipping_profile_id from product_shipping_profile l
    where l.product_id = u.product_id and l.deleted_at is null limit 1
  ) profile on true
  left join lateral (
    select min(at.free) as free from (
      select l.inventory_item_id, floor(sum(n.stocked_quantity - n.reserved_quantity) / max(l.required_quantity)) as free
      from product_variant_inventory_item l
      left join inventory_level n on n.inventory_item_id = l.inventory_item_id and n.deleted_at is null
        and n.location_id in (
          select stock_location_id from sales_channel_stock_location
          where sales_channel_id = :channel and deleted_at is null
        )
      where l.variant_id = u.variant_id and l.deleted_at is null
      group by l.inventory_item_id
    ) at
  ) stock on true`

/** Cheapest delivery of each shipping profile. */
export const DELIVERIES = `
  select o.shipping_profile_id as profile, min(a.amount)::text as price
  from shipping_option o
  join shipping_option_price_set l on l.shipping_option_id = o.id and l.deleted_at is null
  join price a on a.price_set_id = l.price_set_id and a.deleted_at is null
  where o.shipping_profile_id = any(:profiles) and o.deleted_at is null and a.currency_code = lower(:currency)
    and coalesce(a.rules_count, 0) = 0
    and not exists (
      select 1 from shipping_option_rule r
      where r.shipping_option_id = o.id and r.deleted_at is null and r.attribute = 'is_return' and r.value::text like '%true%'
    )
  group by o.shipping_profile_id`

/** Prices since the last one that was in force 90 days ago: a longer row of cuts is told from there. */
export const PRICES = `
  select h.subject_id, h.price, h.valid_from
  from marketplace_offer_price h
  where h.subject_id = any(:subjects) and h.applied and h.valid_from <= :now and h.valid_from >= coalesce((
    select max(b.valid_from) from marketplace_offer_price b
    where b.subject_id = h.subject_id and b.applied and b.valid_from < cast(:now as timestamptz) - interval '90 days'
  ), '-infinity')
  order by h.subject_id, h.valid_from`

export const CATEGORIES = `
  select c.id, c.handle, c.name, c.metadata ->> 'name_en' as name_en, c.metadata ->> 'image' as image, c.parent_category_id
  from product_category c
  where c.deleted_at is null and c.is_active and not c.is_internal
  order by c.rank, c.handle`

/** Shops whose sellable shelf holds a variant of the product. */
export const SHOPS = `
  select distinct v.product_id, l.metadata -> 'gondola' ->> 'shop' as shop
  from product_variant v
  join product_variant_inventory_item i on i.variant_id = v.id and i.deleted_at is null
  join inventory_level n on n.inventory_item_id = i.inventory_item_id and n.deleted_at is null
    and n.stocked_quantity - n.reserved_quantity > 0
  join stock_location l on l.id = n.location_id and l.deleted_at is null
    and l.metadata -> 'gondola' ->> 'kind' = 'shop'
    and coalesce(l.metadata -> 'gondola' ->> 'role', 'sellable') = 'sellable'
  where v.product_id = any(:ids) and v.deleted_at is null
  order by 1, 2`
