import { type Cents, cents, shareHalfUp } from "@gondola/kit"
import { type FeeVat, type FeeVatTreatment, taxedFee } from "../vat/fee-vat"
import { vatWithin } from "../vat/vat-within"
import type { CommissionRule } from "./rule"

/** What a rule is applied to. Amounts as the shopper paid them, VAT included. */
export interface ChargedSale {
  readonly goods: Cents
  readonly quantity: number
  /** The line's share of its seller's delivery. */
  readonly shipping: Cents
  /** Basis points of the VAT within goods and delivery. */
  readonly goodsVatBps: number
  readonly shippingVatBps: number
}

/** What was charged at the sale. A snapshot: a later change of the rule never reaches it. */
export interface CommissionCharge {
  readonly ruleId: string
  readonly ruleName: string
  readonly rateBps: number
  readonly fixed: Cents
  /** What refunds are measured against: goods, and delivery where it belongs to the base; VAT included. */
  readonly gross: Cents
  /** The part of `gross` that is delivery. */
  readonly shippingGross: Cents
  /** What the percentage was taken of. */
  readonly base: Cents
  /** What the seller bears: net and VAT. */
  readonly amount: Cents
  readonly net: Cents
  readonly vat: Cents
  readonly vatRateBps: number
  readonly vatTreatment: FeeVatTreatment
  readonly taxCode: string
  readonly terms: Pick<
    CommissionRule,
    "position" | "minimum" | "maximum" | "baseVat" | "baseShipping" | "vatMode" | "currency"
  >
}

/**
 * Percentage of the base, half a cent up, plus the fixed part for each unit, within the rule's bounds for each unit; never
 * more than the shopper paid for the line.
 */
export function chargeCommission(rule: CommissionRule, sale: ChargedSale, fee: FeeVat): CommissionCharge {
  const shippingGross = rule.baseShipping ? sale.shipping : cents(0)
  const gross = cents(sale.goods + shippingGross)
  const base = baseOf(rule, sale, shippingGross)
  const bounded = withinBounds(rule, shareHalfUp(base, rule.rateBps) + rule.fixed * sale.quantity, sale.quantity)
  const asked = taxedFee(cents(bounded), rule.vatMode, fee.rateBps)
  const paid = asked.gross > gross ? taxedFee(gross, "included", fee.rateBps) : asked
  const { position, minimum, maximum, baseVat, baseShipping, vatMode, currency } = rule
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    rateBps: rule.rateBps,
    fixed: rule.fixed,
    gross,
    shippingGross,
    base,
    amount: paid.gross,
    net: paid.net,
    vat: paid.vat,
    vatRateBps: fee.rateBps,
    vatTreatment: fee.treatment,
    taxCode: fee.taxCode,
    terms: { position, minimum, maximum, baseVat, baseShipping, vatMode, currency },
  }
}

function baseOf(rule: CommissionRule, sale: ChargedSale, shipping: Cents): Cents {
  const vat =
    rule.baseVat === "with" ? 0 : vatWithin(sale.goods, sale.goodsVatBps) + vatWithin(shipping, sale.shippingVatBps)
  return cents(sale.goods + shipping - vat)
}

function withinBounds(rule: CommissionRule, amount: number, quantity: number): number {
  const least = Math.max(amount, (rule.minimum ?? 0) * quantity)
  return rule.maximum === null ? least : Math.min(least, rule.maximum * quantity)
}
