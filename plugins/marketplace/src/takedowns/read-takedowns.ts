import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

export interface TakedownView {
  readonly id: string
  readonly number: number
  readonly kind: "illegal" | "recall"
  readonly productId: string
  readonly title: string
  readonly titleEn: string
  readonly brand: string | null
  readonly image: string | null
  readonly gtins: readonly string[]
  readonly sellerId: string | null
  readonly sellerName: string | null
  readonly reason: string
  readonly redress: string
  readonly noticeId: string | null
  readonly at: Date
  readonly liftedAt: Date | null
  readonly liftedReason: string | null
  /** Orders whose buyers got their letter. */
  readonly told: number
  /** Orders whose buyers have no address, or one that takes no mail. */
  readonly unreachable: number
  /** Shown to everybody: a recall, or not all who bought could be written to (DSA art. 32 (2)). */
  readonly isPublic: boolean
  /** Who sold it: name and address. */
  readonly traders: readonly string[]
}

/** A told buyer whose mail was given up is one who does not know. */
const COUNTS = `left join lateral (
    select count(*) filter (where b.state = 'told' and n.mail_state is distinct from 'dead')::int as told,
      count(*) filter (where b.state = 'unreachable' or n.mail_state = 'dead')::int as unreachable
    from marketplace_takedown_buyer b left join marketplace_notification n on n.key = b.notification_key
    where b.takedown_id = t.id
  ) c on true`

const TRADERS = `array(
    select coalesce(s.legal_name || ', ' || s.street || ', ' || s.postal_code || ' ' || s.city,
      (select concat_ws(', ', trader ->> 'legalName', trader ->> 'street',
        concat_ws(' ', trader ->> 'postalCode', trader ->> 'city')) from marketplace_retailer))
    from (
      select distinct p.seller_id from marketplace_seller_order_line l
      join marketplace_seller_order p on p.id = l.seller_order_id
      where l.catalogue_product_id = t.product_id and (t.seller_id is null or p.seller_id = t.seller_id)
      union select t.seller_id where t.seller_id is not null
    ) who left join marketplace_seller s on s.id = who.seller_id order by 1
  )`

const SELECT = `select t.id, t.number::int as number, t.kind, t.product_id as "productId", p.title,
    coalesce(nullif(sheet.i18n -> 'en' ->> 'title', ''), p.title) as "titleEn", sheet.brand, p.thumbnail as image,
    array(select g.gtin from marketplace_gtin g where g.product_id = t.product_id order by g.gtin) as gtins,
    t.seller_id as "sellerId", seller.name as "sellerName", t.reason, t.redress, t.notice_id as "noticeId", t.at,
    t.lifted_at as "liftedAt", t.lifted_reason as "liftedReason", c.told, c.unreachable,
    (t.kind = 'recall' or c.unreachable > 0) and t.lifted_at is null as "isPublic", ${TRADERS} as traders
  from marketplace_takedown t
  join product p on p.id = t.product_id
  left join marketplace_product_sheet sheet on sheet.product_id = t.product_id
  left join marketplace_seller seller on seller.id = t.seller_id
  ${COUNTS}`

interface Asked {
  readonly search?: string | null
  readonly open?: boolean | null
  readonly id?: string | null
  readonly page: { readonly skip: number; readonly take: number }
}

/** The operator's list, the newest first. */
export async function listTakedowns(
  container: MedusaContainer,
  { search, open, id, page }: Asked,
): Promise<{ items: TakedownView[]; total: number }> {
  const words = search?.trim() || null
  const where = `where (cast(:id as text) is null or t.id = :id)
    and (cast(:open as boolean) is null or (t.lifted_at is null) = :open)
    and (cast(:like as text) is null or p.title ilike :like or seller.name ilike :like or t.number::text = :words)`
  const bindings = {
    id: id ?? null,
    open: open ?? null,
    words,
    like: words && `%${words.replace(/[\\%_]/g, "\\$&")}%`,
    ...page,
  } as never
  const knex = knexOf(container)
  const { rows } = await knex.raw<{ rows: TakedownView[] }>(
    `${SELECT} ${where} order by t.at desc, t.id limit :take offset :skip`,
    bindings,
  )
  const count = await knex.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from marketplace_takedown t join product p on p.id = t.product_id
     left join marketplace_seller seller on seller.id = t.seller_id ${where}`,
    bindings,
  )
  return { items: rows, total: count.rows[0]?.n ?? 0 }
}

/** What everybody may read, the newest first. */
export async function publicTakedowns(container: MedusaContainer): Promise<TakedownView[]> {
  const { rows } = await knexOf(container).raw<{ rows: TakedownView[] }>(
    `select * from (${SELECT}) shown where shown."isPublic" order by shown.at desc, shown.id limit 200`,
  )
  return rows
}

export interface ToldBuyer {
  readonly orderId: string
  readonly orderNumber: number
  readonly placedAt: Date
  readonly state: "TOLD" | "UNREACHABLE"
  readonly mailId: string | null
}

/** Orders with the goods, those that could not be told first. */
export async function takedownBuyers(
  container: MedusaContainer,
  id: string,
  page: { readonly skip: number; readonly take: number },
): Promise<{ items: ToldBuyer[]; total: number }> {
  const { rows } = await knexOf(container).raw<{ rows: (ToldBuyer & { total: number })[] }>(
    `select b.order_id as "orderId", o.number as "orderNumber", o.placed_at as "placedAt", n.id as "mailId",
       case when b.state = 'unreachable' or n.mail_state = 'dead' then 'UNREACHABLE' else 'TOLD' end as state,
       count(*) over ()::int as total
     from marketplace_takedown_buyer b
     join marketplace_placed_order o on o.order_id = b.order_id
     left join marketplace_notification n on n.key = b.notification_key
     where b.takedown_id = :id
     order by 5 desc, o.placed_at desc, b.order_id limit :take offset :skip`,
    { id, ...page },
  )
  return { items: rows, total: rows[0]?.total ?? 0 }
}
