import { type Cents, type Micros, GondolaError, microsOf, micros } from "@gondola/kit"

/** Whose money it is. A party is the seller or advertiser id; accounts of the retailer itself have none. */
export type Account =
  | "seller_payable"
  | "seller_reserve"
  | "retailer_revenue"
  | "commission_revenue"
  | "fee_revenue"
  | "tax"
  | "provider_clearing"
  | "store_credit"
  | "advertising_wallet"
  | "advertising_revenue"

export const PARTY_ACCOUNTS: ReadonlySet<Account> = new Set<Account>([
  "seller_payable",
  "seller_reserve",
  "advertising_wallet",
])

export type EntryKind =
  | "order_amount"
  | "order_shipping"
  | "commission_fee"
  | "commission_vat"
  | "refund_amount"
  | "refund_shipping"
  | "refund_commission_fee"
  | "refund_commission_vat"
  | "subscription_fee"
  | "manual_credit"
  | "manual_debit"
  | "reserve_funding"
  | "reserve_settlement"
  | "payment"
  | "ad_top_up"
  | "ad_click"

export interface Entry {
  readonly account: Account
  /** Seller or advertiser id; null for the retailer's own accounts. */
  readonly party: string | null
  readonly kind: EntryKind
  /** Micros of the journal's currency; debit positive, credit negative. */
  readonly amount: Micros
  readonly description: string
}

/** Entries that stand or fall together; their sum is zero. */
export interface Journal {
  /** Unique for ever: posting it again changes nothing. */
  readonly businessKey: string
  readonly document: { readonly type: string; readonly id: string }
  /** Medusa order id, where the journal belongs to one. */
  readonly orderId?: string
  /** ISO 4217, upper case. */
  readonly currency: string
  readonly occurredAt: Date
  readonly entries: readonly Entry[]
}

export type LedgerErrorCode = "LEDGER_UNBALANCED" | "LEDGER_PARTY" | "LEDGER_EMPTY" | "LEDGER_KEY_REUSED"

/* eslint-disable max-params -- a line of the book: account, party, kind, amount, text */
export const debit = (
  account: Account,
  party: string | null,
  kind: EntryKind,
  amount: Cents,
  description: string,
): Entry => ({
  account,
  party,
  kind,
  amount: microsOf(amount),
  description,
})

export const credit = (
  account: Account,
  party: string | null,
  kind: EntryKind,
  amount: Cents,
  description: string,
): Entry => ({
  account,
  party,
  kind,
  amount: micros(-microsOf(amount)),
  description,
})
/* eslint-enable max-params */

/**
 * Drops the zero entries and refuses a journal that could not be booked.
 * @throws LEDGER_EMPTY | LEDGER_UNBALANCED | LEDGER_PARTY
 */
export function checkedJournal(journal: Journal): Journal {
  const entries = journal.entries.filter((entry) => entry.amount !== 0)
  if (entries.length === 0)
    throw new GondolaError<LedgerErrorCode>("LEDGER_EMPTY", `Journal ${journal.businessKey} moves nothing`)
  const total = entries.reduce((a, entry) => a + BigInt(entry.amount), 0n)
  if (total !== 0n)
    throw new GondolaError<LedgerErrorCode>(
      "LEDGER_UNBALANCED",
      `Journal ${journal.businessKey} is off by ${total} micros`,
    )
  for (const entry of entries) {
    if (PARTY_ACCOUNTS.has(entry.account) !== Boolean(entry.party))
      throw new GondolaError<LedgerErrorCode>(
        "LEDGER_PARTY",
        `Journal ${journal.businessKey}: account ${entry.account} ${entry.party ? "belongs to nobody" : "needs a party"}`,
      )
  }
  return { ...journal, entries }
}

/** What the house owes the party (positive) or the party owes the house (negative), in micros. */
export function owed(
  entries: readonly Pick<Entry, "account" | "party" | "amount">[],
  account: Account,
  party: string | null,
): Micros {
  let total = 0
  for (const entry of entries) if (entry.account === account && entry.party === party) total -= entry.amount
  return micros(total)
}
