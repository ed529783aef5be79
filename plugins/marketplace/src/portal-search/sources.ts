import type { GraphqlContext } from "@gondola/kit"
import { listDocuments } from "@gondola/ledger"
import { select } from "../figures/query"
import { callerSeller } from "../graphql/callers"
import { knexOf } from "../modules/marketplace/resolve"
import { anywhere, type HitType, type PortalHit, type SearchSource } from "./portal-search"

/** Whom the caller searches for: null is the operator, undefined somebody with no part in this. */
async function sellerOf(context: GraphqlContext): Promise<string | null | undefined> {
  if (context.signedIn?.actor === "OPERATOR") return null
  return context.signedIn?.actor === "SELLER_MEMBER" ? (await callerSeller(context)).id : undefined
}

interface Found {
  readonly id: string
  readonly title: string
  readonly subtitle: string | null
}

const bySql =
  (type: HitType, sql: (seller: string | null) => string | null): SearchSource =>
  async (context, text, limit): Promise<PortalHit[]> => {
    const seller = await sellerOf(context)
    const statement = seller === undefined ? null : sql(seller)
    if (statement === null) return []
    const bindings = {
      seller,
      like: anywhere(text),
      text,
      number: Number(/^#?(\d{1,9})$/.exec(text)?.[1] ?? -1),
      limit,
    }
    const rows = await select<Found>(context.scope, statement, bindings)
    return rows.map((row) => ({ type, id: row.id, title: row.title, subtitle: row.subtitle ?? "" }))
  }

/** The operator finds orders by number, e-mail and name; a seller its own by number and name. */
const orders = bySql("ORDER", (seller) =>
  seller === null
    ? `select o.order_id as id, '#' || o.number as title, o.customer_name || ' · ' || o.email as subtitle
       from marketplace_placed_order o
       where o.number = :number or (:number = -1 and (o.email ilike :like or o.customer_name ilike :like))
       order by o.placed_at desc limit :limit`
    : `select s.id, '#' || o.number as title, o.customer_name as subtitle
       from marketplace_seller_order s join marketplace_placed_order o on o.order_id = s.order_id
       where s.seller_id = :seller and (o.number = :number or (:number = -1 and o.customer_name ilike :like))
       order by s.placed_at desc limit :limit`,
)

const sellers = bySql("SELLER", (seller) =>
  seller === null
    ? `select s.id, s.name as title, s.legal_name || ' · ' || s.registration_number as subtitle
       from marketplace_seller s
       where s.deleted_at is null and (s.name ilike :like or s.legal_name ilike :like or s.email ilike :like
         or s.handle ilike :like or s.registration_number = :text or s.vat_number = :text)
       order by s.name limit :limit`
    : null,
)

const products = bySql("PRODUCT", (seller) =>
  seller === null
    ? `select p.id, coalesce(s.i18n -> 'fr' ->> 'title', p.title) as title, s.brand as subtitle
       from marketplace_product_sheet s join product p on p.id = s.product_id and p.deleted_at is null
       where s.owner_seller_id is null and s.deleted_at is null and (p.title ilike :like or s.i18n -> 'en' ->> 'title' ilike :like
         or exists (select 1 from marketplace_gtin g where g.product_id = p.id and g.gtin in (:text, lpad(:text, 13, '0'))))
       order by length(p.title), p.title limit :limit`
    : null,
)

/** A seller finds its own offers; the operator those of all, with whose they are. */
const offers = bySql("OFFER", (seller) => {
  const where = seller === null ? "true" : "o.seller_id = :seller"
  const title = seller === null ? "s.name || ' · ' || p.title" : "p.title"
  return `select o.id, o.sku as title, ${title} as subtitle
     from marketplace_offer o
     join product p on p.id = o.catalogue_product_id
     join marketplace_seller s on s.id = o.seller_id
     where o.deleted_at is null and ${where}
       and (o.sku ilike :like or o.gtin in (:text, lpad(:text, 13, '0'))${seller === null ? "" : " or p.title ilike :like"})
     order by length(o.sku), o.sku limit :limit`
})

const documents: SearchSource = async (context, text, limit) => {
  const seller = await sellerOf(context)
  if (seller === undefined) return []
  const filter = { search: text, ...(seller === null ? {} : { party: seller }) }
  const { items } = await listDocuments(knexOf(context.scope), filter, { skip: 0, take: limit })
  return items.map((item) => ({
    type: "DOCUMENT",
    id: item.id,
    title: item.number,
    subtitle: item.content.recipient.tradeName,
  }))
}

export const marketplaceSources: readonly SearchSource[] = [orders, sellers, products, offers, documents]
