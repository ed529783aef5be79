import type { AuditCheck, AuditFinding } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

interface Part {
  readonly number: number
  readonly trader: string
  /** Cents, as is every amount here. */
  readonly kept: string
  readonly said: string
  readonly lines: string
  readonly waits: boolean
  readonly sent: string
  readonly invoices: string
}

/**
 * Once nothing of a trader's part waits, its invoices less its credit notes are what the shopper paid and did not get back;
 * before, they are no more. Worked out from orders and refunds alone, never from what planned the documents.
 */
export const saleDocumentAudit: AuditCheck = {
  name: "shoppers are invoiced what they paid",
  run: async (container) => {
    const { rows } = (await knexOf(container).raw(
      `select o.number, coalesce(seller.name, '–') as trader,
         s.items_total + s.delivery_total - (select coalesce(sum(r.amount), 0) from marketplace_refund_share r
           where r.order_id = s.order_id and r.seller_id is not distinct from s.seller_id) as kept,
         (select coalesce(sum(d.gross), 0) from marketplace_sale_document m join ledger_document d on d.id = m.document_id
           where m.seller_order_id = s.id) as said,
         (select coalesce(sum(l.gross), 0) from marketplace_sale_document m
           join marketplace_sale_document_line l on l.document_id = m.document_id where m.seller_order_id = s.id) as lines,
         (select coalesce(sum(l.quantity), 0) from marketplace_seller_order_line l where l.seller_order_id = s.id)
           - (select coalesce(sum(g.quantity), 0) from marketplace_redress_line g
              join marketplace_redress gone on gone.id = g.redress_id where gone.seller_order_id = s.id)
           - (select coalesce(sum(pl.quantity), 0) from marketplace_parcel_line pl join marketplace_parcel p on p.id = pl.parcel_id
              where p.seller_order_id = s.id and p.shipped_at is not null) > 0
           or exists (select 1 from marketplace_redress open where open.seller_order_id = s.id and open.settled_at is null) as waits,
         (select count(*) from marketplace_parcel p where p.seller_order_id = s.id and p.shipped_at is not null) as sent,
         (select count(*) from marketplace_sale_document m where m.seller_order_id = s.id and m.parcel_id is not null) as invoices
       from marketplace_seller_order s
       join marketplace_placed_order o on o.order_id = s.order_id
       left join marketplace_seller seller on seller.id = s.seller_id
       order by o.number, trader`,
    )) as { rows: Part[] }
    const findings = rows.flatMap((row): AuditFinding[] => {
      const detail = faultOf(row)
      return detail === null ? [] : [{ subject: `order ${row.number}, ${row.trader}`, detail }]
    })
    return { examined: rows.length, findings }
  },
}

function faultOf(part: Part): string | null {
  const [kept, said] = [Number(part.kept), Number(part.said)]
  if (Number(part.sent) !== Number(part.invoices))
    return `${part.sent} parcels left, ${part.invoices} have an invoice (a seller without a mandate has none)`
  if (part.said !== part.lines) return `its documents say ${part.said}, their lines ${part.lines} cents`
  if (said < 0 || said > kept) return `invoiced ${said}, paid and not given back ${kept} cents`
  if (!part.waits && Number(part.sent) > 0 && said !== kept)
    return `everything left, invoiced ${said}, paid and not given back ${kept} cents`
  return null
}
