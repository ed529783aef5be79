import { generateEntityId, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { GondolaError, micros, type Micros } from "@gondola/kit"
import type { Account, EntryKind } from "../../book/accounts"
import { checkedJournal, type Journal, type LedgerErrorCode } from "../../book/journal"
import {
  type AccountTotal,
  accountTotals,
  type BookFilter,
  browseEntries,
  type EntryRow,
  entryRow,
  type JournalRow,
  readJournal,
  type StoredEntry,
  type TaxTotal,
  taxTotals,
} from "./browse"

export interface EntryFilter {
  readonly account: Account
  readonly party: string | null
  /** ISO 4217; EUR when absent. Amounts of two currencies are never added. */
  readonly currency?: string
  /** Inclusive. */
  readonly from?: Date
  /** Exclusive. */
  readonly to?: Date
}

/**
 * The book. Written only through `post`; a balance is a sum and is never stored.
 */
export default class LedgerModuleService extends MedusaService({}) {
  private readonly knex_: Knex

  constructor(cradle: { __pg_connection__: Knex }) {
    // eslint-disable-next-line prefer-rest-params -- Medusa's generated base class reads the cradle from `arguments`
    super(...(arguments as unknown as [never]))
    this.knex_ = cradle.__pg_connection__
  }

  /**
   * Books journals all or none. A business key that is already booked with the same entries is left as it is.
   * @param transaction the caller's, when money must move together with rows of its own
   * @throws LEDGER_UNBALANCED | LEDGER_PARTY | LEDGER_EMPTY | LEDGER_KEY_REUSED
   * @returns the keys that were booked now
   */
  async post(journals: readonly Journal[], transaction?: Knex.Transaction): Promise<string[]> {
    const checked = journals.map(checkedJournal)
    const book = async (trx: Knex.Transaction) => {
      const booked: string[] = []
      for (const journal of checked) if (await this.postOne_(trx, journal)) booked.push(journal.businessKey)
      return booked
    }
    return transaction ? book(transaction) : this.knex_.transaction(book)
  }

  private async postOne_(trx: Knex.Transaction, journal: Journal): Promise<boolean> {
    const id = generateEntityId(undefined, "ljrn")
    const inserted = await trx("ledger_journal")
      .insert({
        id,
        business_key: journal.businessKey,
        document_type: journal.document.type,
        document_id: journal.document.id,
        order_id: journal.orderId ?? null,
        currency: journal.currency,
        occurred_at: journal.occurredAt,
      })
      .onConflict("business_key")
      .ignore()
      .returning("id")
    if (inserted.length === 0) {
      await this.assertSame_(trx, journal)
      return false
    }
    await trx("ledger_entry").insert(
      journal.entries.map((entry) => ({
        journal_id: id,
        account: entry.account,
        party: entry.party,
        kind: entry.kind,
        amount: entry.amount,
        description: entry.description,
        note: entry.note ? JSON.stringify(entry.note) : null,
        tax_code: entry.taxCode ?? null,
        occurred_at: journal.occurredAt,
      })),
    )
    return true
  }

  private async assertSame_(trx: Knex.Transaction, journal: Journal): Promise<void> {
    const rows = (await trx("ledger_entry as e")
      .join("ledger_journal as j", "j.id", "e.journal_id")
      .where("j.business_key", journal.businessKey)
      .select("e.account", "e.party", "e.kind", "e.amount", "e.tax_code as taxCode", "j.currency")) as (Printed & {
      currency: string
    })[]
    const print = (e: Printed) => [e.account, e.party ?? "", e.kind, String(e.amount), e.taxCode ?? ""].join("|")
    const before = rows.map(print).sort()
    const now = journal.entries.map(print).sort()
    if (before.join("\n") !== now.join("\n") || rows.some((r) => r.currency !== journal.currency))
      throw new GondolaError<LedgerErrorCode>(
        "LEDGER_KEY_REUSED",
        `Journal ${journal.businessKey} is booked already with other entries; nothing was changed`,
      )
  }

  /** What the house owes the party, in micros (negative: the party owes). One currency. */
  async owed(
    account: Account,
    party: string | null,
    options: { currency?: string; before?: Date; transaction?: Knex.Transaction } = {},
  ): Promise<Micros> {
    const query = (options.transaction ?? this.knex_)("ledger_entry as e")
      .join("ledger_journal as j", "j.id", "e.journal_id")
      .where("e.account", account)
      .where("j.currency", options.currency ?? "EUR")
      .sum("e.amount as total")
    void (party === null ? query.whereNull("e.party") : query.where("e.party", party))
    if (options.before) void query.where("e.occurred_at", "<", options.before)
    const [row] = (await query) as { total: string | null }[]
    return micros(-Number(row?.total ?? 0))
  }

  /** Entries of one account, newest first. */
  async listEntries(
    filter: EntryFilter,
    page: { skip: number; take: number },
  ): Promise<{ rows: EntryRow[]; total: number }> {
    const query = this.entries_(filter)
    const [count] = (await query.clone().count("e.id as n")) as { n: string }[]
    const rows = (await query
      .clone()
      .select("e.*", "j.business_key", "j.document_type", "j.document_id", "j.order_id", "j.currency")
      .orderBy([
        { column: "e.occurred_at", order: "desc" },
        { column: "e.id", order: "desc" },
      ])
      .offset(page.skip)
      .limit(page.take)) as StoredEntry[]
    return { total: Number(count?.n ?? 0), rows: rows.map(entryRow) }
  }

  /** Σ amount by kind, in micros, as the party sees it (credit positive). */
  async totalsByKind(
    filter: EntryFilter,
    transaction?: Knex.Transaction,
  ): Promise<{ kind: EntryKind; amount: Micros }[]> {
    const rows = (await this.entries_(filter, transaction)
      .groupBy("e.kind")
      .orderBy("e.kind")
      .select("e.kind")
      .sum("e.amount as total")) as {
      kind: EntryKind
      total: string
    }[]
    return rows.map((row) => ({ kind: row.kind, amount: micros(-Number(row.total)) }))
  }

  private entries_(filter: EntryFilter, transaction?: Knex.Transaction): Knex.QueryBuilder {
    const query = (transaction ?? this.knex_)("ledger_entry as e")
      .join("ledger_journal as j", "j.id", "e.journal_id")
      .where("e.account", filter.account)
      .where("j.currency", filter.currency ?? "EUR")
    void (filter.party === null ? query.whereNull("e.party") : query.where("e.party", filter.party))
    if (filter.from) void query.where("e.occurred_at", ">=", filter.from)
    if (filter.to) void query.where("e.occurred_at", "<", filter.to)
    return query
  }

  /** Every account, or a part of the book, newest first. */
  async browse(filter: BookFilter, page: { skip: number; take: number }): Promise<{ rows: EntryRow[]; total: number }> {
    return browseEntries(this.knex_, filter, page)
  }

  /** One journal with all its entries; null where there is none. */
  async journal(by: { id: string } | { businessKey: string }): Promise<JournalRow | null> {
    return readJournal(this.knex_, by)
  }

  /** Σ of each account and currency, in micros, credit positive. */
  async accountTotals(filter: Pick<BookFilter, "currency" | "from" | "to"> = {}): Promise<AccountTotal[]> {
    return accountTotals(this.knex_, filter)
  }

  /** VAT owed by rate, in micros, credit positive. */
  async taxTotals(filter: Pick<BookFilter, "currency" | "from" | "to"> = {}): Promise<TaxTotal[]> {
    return taxTotals(this.knex_, filter)
  }

  /** Journals that do not add up, for the audit: none, as long as the database keeps its promise. */
  async imbalances(): Promise<{ journalId: string; off: string }[]> {
    const rows = (await this.knex_("ledger_entry")
      .groupBy("journal_id")
      .havingRaw("sum(amount) <> 0")
      .select("journal_id as journalId")
      .sum("amount as off")) as { journalId: string; off: string }[]
    return rows
  }
}

interface Printed {
  readonly account: unknown
  readonly party: unknown
  readonly kind: unknown
  readonly amount: unknown
  readonly taxCode?: unknown
}
