import { type Cents, type Micros, GondolaError, microsOf, micros } from "@gondola/kit"
import { type Account, type EntryKind, PARTY_ACCOUNTS } from "./accounts"
import { type EntryNote, noteText } from "./notes"

export interface Entry {
  readonly account: Account
  /** Seller or advertiser id; null for the retailer's own accounts. */
  readonly party: string | null
  readonly kind: EntryKind
  /** Micros of the journal's currency; debit positive, credit negative. */
  readonly amount: Micros
  /** As it was known when it was booked; `note` says the same in the reader's language. */
  readonly description: string
  readonly note?: EntryNote
  /** Only on the account tax: whose tax at what rate, such as `FR:2000` (basis points). */
  readonly taxCode?: string
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

/** A text as it stands (an article's title), or a code with its parameters that is translated for each reader. */
export type Told = string | EntryNote

const told = (text: Told): Pick<Entry, "description" | "note"> =>
  typeof text === "string" ? { description: text } : { description: noteText(text, "en"), note: text }

/* eslint-disable max-params -- a line of the book: account, party, kind, amount, text */
export const debit = (account: Account, party: string | null, kind: EntryKind, amount: Cents, text: Told): Entry => ({
  account,
  party,
  kind,
  amount: microsOf(amount),
  ...told(text),
})

export const credit = (account: Account, party: string | null, kind: EntryKind, amount: Cents, text: Told): Entry => ({
  account,
  party,
  kind,
  amount: micros(-microsOf(amount)),
  ...told(text),
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
    if (entry.taxCode !== undefined && entry.account !== "tax")
      throw new GondolaError<LedgerErrorCode>(
        "LEDGER_PARTY",
        `Journal ${journal.businessKey}: a tax code belongs to the account tax, not to ${entry.account}`,
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
