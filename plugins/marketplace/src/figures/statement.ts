import type { MedusaContainer } from "@medusajs/framework/types"
import { centsOf, type Cents, clockOf, micros, type PageRequest } from "@gondola/kit"
import { ENTRY_KINDS, type EntryKind, type EntryNote, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { orderNumbers } from "./browse-book"
import { monthBounds, monthOf } from "./paris-time"

export interface Statement {
  readonly month: string
  readonly currency: string
  /** In which the seller has a book, the euro first. */
  readonly currencies: readonly string[]
  readonly opening: Cents
  readonly closing: Cents
  readonly totals: readonly { readonly kind: EntryKind; readonly amount: Cents }[]
  readonly entries: readonly {
    readonly id: string
    readonly at: Date
    readonly kind: EntryKind
    readonly orderNumber: number | null
    readonly description: string
    readonly note: EntryNote | null
    readonly amount: Cents
  }[]
  readonly entryTotal: number
}

/** A seller's month read straight from the ledger: opening + totals = closing, to the cent. */
export async function readStatement(
  container: MedusaContainer,
  sellerId: string,
  asked: {
    readonly month?: string | null
    /** EUR when absent. */
    readonly currency?: string | null
    readonly page: PageRequest & { skip: number; take: number }
  },
): Promise<Statement> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const month = asked.month ?? monthOf(clockOf(container).now())
  const { from, to } = monthBounds(month)
  const currency = asked.currency?.toUpperCase() ?? "EUR"
  const account = { account: "seller_payable" as const, party: sellerId, currency }
  const [opening, closing, totals, list, currencies] = await Promise.all([
    ledger.owed(account.account, sellerId, { before: from, currency }),
    ledger.owed(account.account, sellerId, { before: to, currency }),
    ledger.totalsByKind({ ...account, from, to }),
    ledger.listEntries({ ...account, from, to }, asked.page),
    currenciesOf(container, sellerId),
  ])
  const numbers = await orderNumbers(
    container,
    list.rows.flatMap((row) => row.orderId ?? []),
  )
  // Printed in the order of the list of kinds.
  const rank = (kind: EntryKind) => ENTRY_KINDS.indexOf(kind)
  return {
    month,
    currency,
    currencies,
    opening: centsOf(opening),
    closing: centsOf(closing),
    totals: [...totals]
      .sort((a, b) => rank(a.kind) - rank(b.kind))
      .map((total) => ({ kind: total.kind, amount: centsOf(total.amount) })),
    entries: list.rows.map((row) => ({
      id: row.id,
      at: row.occurredAt,
      kind: row.kind,
      orderNumber: (row.orderId && numbers.get(row.orderId)) || null,
      description: row.description,
      note: row.note,
      amount: centsOf(micros(-row.amount)),
    })),
    entryTotal: list.total,
  }
}

async function currenciesOf(container: MedusaContainer, sellerId: string): Promise<string[]> {
  const used = (await knexOf(container)("ledger_entry as e")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .where({ "e.account": "seller_payable", "e.party": sellerId })
    .distinct()
    .pluck("j.currency")) as string[]
  return ["EUR", ...used.filter((each) => each !== "EUR").sort()]
}
