/**
 * Whose money it is. A party is the seller, advertiser or unit (web, a shop); the other accounts are the retailer's own and
 * have none. Amounts of two currencies never meet: a journal has one.
 */
export const ACCOUNTS = [
  /** What the house owes a seller. */
  "seller_payable",
  /** Kept back from a seller against later refunds. */
  "seller_reserve",
  /** Paid out to a seller and not yet confirmed by the bank. */
  "payout_clearing",
  /** The retailer's own sales, net of VAT. */
  "retailer_revenue",
  "commission_revenue",
  /** Subscriptions, penalties, one-off and handling fees. */
  "fee_revenue",
  /** VAT the house owes, by `taxCode`. */
  "tax",
  /** What the payment provider holds for the house. */
  "provider_clearing",
  /** What the provider itself charges. */
  "provider_fees",
  "bank",
  /** What is due to shoppers and not yet paid back. */
  "shopper_refunds",
  "store_credit",
  /** Claims on sellers that the house gave up, and what its own delays cost it. */
  "loss",
  /** Between the house's own units: pickup commission of the site, catchment credit of a shop. */
  "unit_result",
  "advertising_wallet",
  "advertising_revenue",
] as const

export type Account = (typeof ACCOUNTS)[number]

export const PARTY_ACCOUNTS: ReadonlySet<Account> = new Set<Account>([
  "seller_payable",
  "seller_reserve",
  "payout_clearing",
  "unit_result",
  "advertising_wallet",
])

/** Mirakl's vocabulary where it has a word. A `refund_…` or `…_reversal` undoes an entry of the kind it names. */
export const ENTRY_KINDS = [
  "order_amount",
  "order_shipping",
  /** VAT within a sale that the house owes: on its own goods, and as deemed supplier. */
  "sale_vat",
  "commission_fee",
  "commission_vat",
  "refund_amount",
  "refund_shipping",
  "refund_vat",
  "refund_commission_fee",
  "refund_commission_vat",
  "subscription_fee",
  "subscription_vat",
  "penalty_fee",
  "penalty_vat",
  "service_fee",
  "service_vat",
  /** The shop's work on a seller's returned unit. */
  "handling_fee",
  "handling_vat",
  /** Counter-entry of a fee, or a gift to a seller. */
  "fee_credit",
  "fee_credit_vat",
  /** Between the VAT of an invoice (rate × its sum) and the sum of the VAT of its entries. */
  "vat_rounding",
  "pickup_commission",
  "catchment_credit",
  "manual_credit",
  "manual_debit",
  "store_credit",
  /** A payment that the shopper's bank took back, and its return when the house won. */
  "chargeback",
  "chargeback_reversal",
  "provider_fee",
  "reserve_funding",
  "reserve_settlement",
  "payment",
  "payment_reversal",
  /** What a refund that left too late owes the shopper beside itself. */
  "late_interest",
  "ad_top_up",
  "ad_click",
  "ad_refund",
] as const

export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What a seller is billed for: the lines of its commission and fee invoices, with the kind of their VAT. */
export const BILLABLE_KINDS: Readonly<Partial<Record<EntryKind, EntryKind>>> = {
  commission_fee: "commission_vat",
  refund_commission_fee: "refund_commission_vat",
  subscription_fee: "subscription_vat",
  penalty_fee: "penalty_vat",
  service_fee: "service_vat",
  handling_fee: "handling_vat",
  fee_credit: "fee_credit_vat",
}
