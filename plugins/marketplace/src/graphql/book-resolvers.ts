import type { IResolvers } from "@graphql-tools/utils"
import { type GraphqlContext, pageRequest } from "@gondola/kit"
import { type EntryRow, LEDGER_MODULE, type LedgerModuleService, type NoteLocale } from "@gondola/ledger"
import { type AskedBook, bookCsv, bookFilter, daySpan, entryText, orderNumbers } from "../figures/browse-book"
import { traderLoader } from "./loaders"

const ledgerOf = ({ scope }: GraphqlContext): LedgerModuleService => scope.resolve(LEDGER_MODULE)

/** The operator's view of the whole book; it only reads. */
export const bookResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    bookAccounts: async (_source, args: { from?: string | null; to?: string | null }, context) =>
      (await ledgerOf(context).accountTotals(daySpan(args))).map((total) => ({
        ...total,
        amount: { micros: total.amount, currency: total.currency },
      })),
    bookTaxes: async (_source, args: { from?: string | null; to?: string | null }, context) =>
      (await ledgerOf(context).taxTotals(daySpan(args))).map((total) => ({
        ...total,
        amount: { micros: total.amount, currency: total.currency },
      })),
    bookEntries: async (_source, args: { filter?: AskedBook | null; page: number; pageSize: number }, context) => {
      const page = pageRequest(args)
      const filter = await bookFilter(context.scope, args.filter ?? {})
      const { rows, total } = filter ? await ledgerOf(context).browse(filter, page) : { rows: [], total: 0 }
      return { ...page, total, items: await views(context, rows) }
    },
    journal: async (_source, { id }: { id: string }, context) => {
      const journal = await ledgerOf(context).journal({ id })
      if (!journal) return null
      const entries = await views(context, journal.entries)
      return { ...journal, at: journal.occurredAt, orderNumber: entries[0]?.orderNumber ?? null, entries }
    },
    bookCsv: async (_source, args: { filter?: AskedBook | null; locale: NoteLocale }, { scope }) =>
      bookCsv(scope, await bookFilter(scope, args.filter ?? {}), args.locale),
  },
  BookEntry: {
    description: (entry: EntryRow, { locale }: { locale: NoteLocale }) => entryText(entry, locale),
    partyName: async (entry: EntryRow, _args, context) =>
      entry.party !== null && SELLER_ACCOUNTS.has(entry.account)
        ? traderLoader(context)
            .load(entry.party)
            .then(
              (trader) => trader.name,
              () => null,
            )
        : null,
  },
}

const SELLER_ACCOUNTS: ReadonlySet<string> = new Set(["seller_payable", "seller_reserve", "payout_clearing"])

async function views(context: GraphqlContext, rows: readonly EntryRow[]) {
  const numbers = await orderNumbers(
    context.scope,
    rows.map((row) => row.orderId),
  )
  return rows.map((row) => ({
    ...row,
    at: row.occurredAt,
    // Credit positive, as a person reads what is owed or earned.
    amount: { micros: row.amount === 0 ? 0 : -row.amount, currency: row.currency },
    orderNumber: (row.orderId && numbers.get(row.orderId)) || null,
  }))
}
