import type { MedusaContainer } from "@medusajs/framework/types"
import { type Cents, centsOfDecimal } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { DeliverySpan } from "./promised-date"

export interface OptionTerms extends DeliverySpan {
  readonly id: string
  readonly profileId: string
}

/** Where an option does not say: the slowest that we would promise. */
const DEFAULT_SPAN: DeliverySpan = { minDays: 2, maxDays: 5 }

/** Profile and days of delivery options, from their `data`. */
export async function optionTerms(
  container: MedusaContainer,
  optionIds: readonly string[],
): Promise<Map<string, OptionTerms>> {
  const rows = (await knexOf(container)("shipping_option")
    .whereIn("id", [...optionIds])
    .select("id", "shipping_profile_id", "data")) as {
    id: string
    shipping_profile_id: string
    data: Partial<DeliverySpan> | null
  }[]
  return new Map(rows.map((row) => [row.id, { id: row.id, profileId: row.shipping_profile_id, ...spanOf(row.data) }]))
}

export function spanOf(data: Partial<DeliverySpan> | null | undefined): DeliverySpan {
  const minDays = Number.isInteger(data?.minDays) ? Number(data?.minDays) : DEFAULT_SPAN.minDays
  const maxDays = Number.isInteger(data?.maxDays) ? Number(data?.maxDays) : DEFAULT_SPAN.maxDays
  return { minDays, maxDays: Math.max(minDays, maxDays) }
}

export interface DeliveryOption extends OptionTerms {
  readonly name: string
  readonly price: Cents
}

/**
 * What the traders of a basket offer, cheapest first. Medusa's own list has the options of every seller of the channel,
 * also of those with nothing in the basket.
 */
export async function deliveryOptions(
  container: MedusaContainer,
  profileIds: readonly string[],
  currencyCode: string,
): Promise<DeliveryOption[]> {
  const { rows } = (await knexOf(container).raw(
    `select o.id, o.name, o.shipping_profile_id as "profileId", o.data, min(p.amount) as amount
     from shipping_option o
     join shipping_option_price_set link on link.shipping_option_id = o.id and link.deleted_at is null
     join price p on p.price_set_id = link.price_set_id and p.deleted_at is null and p.price_list_id is null
       and p.rules_count = 0 and p.currency_code = :currency
     where o.shipping_profile_id = any(:profiles) and o.deleted_at is null and o.price_type = 'flat'
       and not exists (
         select 1 from shipping_option_rule r where r.shipping_option_id = o.id and r.deleted_at is null
           and ((r.attribute = 'is_return' and r.value #>> '{}' = 'true')
             or (r.attribute = 'enabled_in_store' and r.value #>> '{}' = 'false')))
     group by o.id
     order by amount, o.id`,
    { profiles: [...new Set(profileIds)], currency: currencyCode.toLowerCase() },
  )) as {
    rows: { id: string; name: string; profileId: string; data: Partial<DeliverySpan> | null; amount: string }[]
  }
  return rows.map(({ data, amount, ...row }) => ({ ...row, ...spanOf(data), price: centsOfDecimal(Number(amount)) }))
}
