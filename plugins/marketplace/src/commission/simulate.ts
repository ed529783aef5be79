import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, type Cents, cents, clockOf, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { feeVat } from "../vat/fee-vat"
import { sellersForTax } from "../vat/sellers-for-tax"
import { vatWithin } from "../vat/vat-within"
import { accountableFor } from "../vat/sale-vat"
import { chargeCommission, type CommissionCharge } from "./charge"
import { CHANNELS, type CommissionRule, type CommissionSubject, explainRules, type RuleMiss } from "./rule"
import { readRules } from "./rule-store"

export interface SimulatedSale {
  readonly sellerId: string
  /** Catalogue product: its categories and brand are taken, whatever else is said. */
  readonly productId?: string | null
  readonly categoryHandle?: string | null
  readonly brand?: string | null
  readonly condition?: string | null
  readonly channel?: string | null
  /** Cents, VAT included. */
  readonly unitPrice: number
  readonly quantity: number
  readonly delivery: number
  readonly currency?: string | null
  /** Basis points of the VAT within the price. */
  readonly vatBps?: number | null
  /** Now when absent: a rule of tomorrow can be tried today. */
  readonly at?: Date | null
}

export interface Simulation {
  readonly tried: readonly { readonly rule: CommissionRule; readonly misses: readonly RuleMiss[] }[]
  readonly charge: CommissionCharge | null
  /** What the shopper pays: goods and delivery. */
  readonly gross: Cents
  /** VAT that the house declares in the seller's stead and keeps back. */
  readonly withheldVat: Cents
  /** What the seller is credited in all. */
  readonly net: Cents
  readonly currency: string
}

/** What a sale would cost the seller, by the very functions that charge a real one; nothing is written. @throws NOT_FOUND | BAD_INPUT */
export async function simulateSale(container: MedusaContainer, sale: SimulatedSale): Promise<Simulation> {
  assertSound(sale)
  const seller = (await sellersForTax(container, [sale.sellerId])).get(sale.sellerId)
  if (!seller) throw notFound("This seller")
  const [rules, subject] = await Promise.all([readRules(container), subjectOf(container, sale)])
  const tried = explainRules(rules, subject)
  const winner = tried.find((each) => each.misses.length === 0)?.rule
  const vatBps = sale.vatBps ?? 2000
  const goods = cents(sale.unitPrice * sale.quantity)
  const delivery = cents(sale.delivery)
  const sold = { goods, quantity: sale.quantity, shipping: delivery, goodsVatBps: vatBps, shippingVatBps: vatBps }
  const charge = winner ? chargeCommission(winner, sold, feeVat(seller)) : null
  const value = subject.currency === "EUR" ? cents(goods - vatWithin(goods, vatBps)) : cents(0)
  const withheld =
    accountableFor({ seller, consignmentValue: value }) === "platform"
      ? vatWithin(goods, vatBps) + vatWithin(delivery, vatBps)
      : 0
  const gross = cents(goods + delivery)
  return {
    tried,
    charge,
    gross,
    withheldVat: cents(withheld),
    net: cents(gross - withheld - (charge?.amount ?? 0)),
    currency: subject.currency,
  }
}

const MOST = 100_000_000

function assertSound(sale: SimulatedSale): void {
  const whole = [sale.unitPrice, sale.delivery].every((n) => Number.isSafeInteger(n) && n >= 0 && n <= MOST)
  if (!whole) throw badInput("Price and delivery are amounts from 0")
  if (!Number.isInteger(sale.quantity) || sale.quantity < 1 || sale.quantity > 1000)
    throw badInput("The quantity goes from 1 to 1000")
  if (!Number.isInteger(sale.vatBps ?? 0) || (sale.vatBps ?? 0) < 0 || (sale.vatBps ?? 0) > 10_000)
    throw badInput("A VAT rate goes from 0 to 10000 basis points")
  if (sale.channel && !(CHANNELS as readonly string[]).includes(sale.channel))
    throw badInput(`A channel is one of ${CHANNELS.join(", ")}`)
}

async function subjectOf(container: MedusaContainer, sale: SimulatedSale): Promise<CommissionSubject> {
  const product = sale.productId ? await productOf(container, sale.productId) : null
  return {
    sellerId: sale.sellerId,
    brand: product ? product.brand : sale.brand?.trim() || null,
    productId: sale.productId ?? null,
    condition: sale.condition || "NEW",
    channel: (sale.channel as CommissionSubject["channel"] | null | undefined) ?? "web",
    currency: sale.currency?.trim().toUpperCase() || "EUR",
    at: sale.at ?? clockOf(container).now(),
    categoryHandles: product
      ? product.handles
      : sale.categoryHandle
        ? await withAncestors(container, sale.categoryHandle)
        : [],
    unitPrice: cents(sale.unitPrice),
  }
}

const ANCESTORS = `select distinct ancestor.handle from product_category leaf
  join product_category ancestor on ancestor.id = any(string_to_array(leaf.mpath, '.')) and ancestor.deleted_at is null
  where leaf.deleted_at is null and leaf.`

async function withAncestors(container: MedusaContainer, handle: string): Promise<string[]> {
  const { rows } = (await knexOf(container).raw(`${ANCESTORS}handle = ?`, [handle])) as { rows: { handle: string }[] }
  if (rows.length === 0) throw notFound("This category")
  return rows.map((row) => row.handle)
}

async function productOf(container: MedusaContainer, id: string): Promise<{ brand: string | null; handles: string[] }> {
  const knex = knexOf(container)
  const sheet = (await knex("marketplace_product_sheet")
    .where({ product_id: id, owner_seller_id: null })
    .first("brand")) as { brand: string | null } | undefined
  if (!sheet) throw notFound("This product")
  const { rows } = (await knex.raw(
    `${ANCESTORS}id in (select product_category_id from product_category_product where product_id = ?)`,
    [id],
  )) as { rows: { handle: string }[] }
  return { brand: sheet.brand, handles: rows.map((row) => row.handle) }
}
