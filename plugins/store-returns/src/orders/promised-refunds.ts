import type { PromisedRefund } from "@gondola/marketplace"

type Query = (sql: string, values: readonly unknown[]) => PromiseLike<unknown>

/** What signed returns promised and nobody booked yet: the provider was down, or their process died. */
export async function promisedByReturns(
  knex: { readonly raw: Query },
  orderIds: readonly string[],
): Promise<PromisedRefund[]> {
  const { rows } = (await knex.raw(
    `with open as (select r.* from store_return r where r.order_id = any(?) and r.state = 'ACCEPTED' and r.deleted_at is null
       and not exists (select 1 from marketplace_refund_share s where s.key = r.id))
     select o.order_id as "orderId", l.seller_id as "sellerId", l.order_line_id as "lineId", l.refund::int as amount
       from open o join store_return_line l on l.store_return_id = o.id where l.deleted_at is null
     union all
     select o.order_id, d ->> 'sellerId', null, (d ->> 'refund')::int from open o, jsonb_array_elements(o.deliveries) d`,
    [[...orderIds]],
  )) as { rows: PromisedRefund[] }
  return rows
}
