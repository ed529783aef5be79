import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import {
  type Account,
  ACCOUNTS,
  type BookFilter,
  ENTRY_KINDS,
  type EntryKind,
  type EntryRow,
  LEDGER_MODULE,
  type LedgerModuleService,
  type NoteLocale,
  noteText,
} from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { dayOf, startOfDay } from "./paris-time"

export interface AskedBook {
  readonly account?: string | null
  readonly party?: string | null
  readonly kind?: string | null
  readonly currency?: string | null
  readonly orderNumber?: number | null
  readonly search?: string | null
  /** First and last day, both included. */
  readonly from?: string | null
  readonly to?: string | null
}

/** Null: an order was asked for that does not exist. @throws BAD_INPUT for an unknown account or kind */
export async function bookFilter(container: MedusaContainer, asked: AskedBook): Promise<BookFilter | null> {
  if (asked.account && !(ACCOUNTS as readonly string[]).includes(asked.account))
    throw badInput(`An account is one of ${ACCOUNTS.join(", ")}`)
  if (asked.kind && !(ENTRY_KINDS as readonly string[]).includes(asked.kind))
    throw badInput(`A kind is one of ${ENTRY_KINDS.join(", ")}`)
  const orderId = asked.orderNumber ? await orderIdOf(container, asked.orderNumber) : undefined
  if (orderId === null) return null
  return {
    ...(asked.account ? { account: asked.account as Account } : {}),
    ...(asked.party ? { party: asked.party } : {}),
    ...(asked.kind ? { kinds: [asked.kind as EntryKind] } : {}),
    ...(asked.currency ? { currency: asked.currency.toUpperCase() } : {}),
    ...(orderId ? { orderId } : {}),
    ...(asked.search?.trim() ? { search: asked.search } : {}),
    ...daySpan(asked),
  }
}

export const daySpan = (asked: Pick<AskedBook, "from" | "to">): Pick<BookFilter, "from" | "to"> => ({
  ...(asked.from ? { from: startOfDay(asked.from) } : {}),
  ...(asked.to ? { to: dayAfter(asked.to) } : {}),
})

const dayAfter = (day: string): Date => startOfDay(dayOf(new Date(startOfDay(day).getTime() + 36 * 3_600_000)))

async function orderIdOf(container: MedusaContainer, number: number): Promise<string | null> {
  const row = (await knexOf(container)("marketplace_placed_order").where("number", number).first("order_id")) as
    { order_id: string } | undefined
  return row?.order_id ?? null
}

/** Numbers of orders by their ids. */
export async function orderNumbers(
  container: MedusaContainer,
  orderIds: readonly (string | null)[],
): Promise<Map<string, number>> {
  const ids = [...new Set(orderIds.filter((id): id is string => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = (await knexOf(container)("marketplace_placed_order")
    .whereIn("order_id", ids)
    .select("order_id", "number")) as { order_id: string; number: number }[]
  return new Map(rows.map((row) => [row.order_id, row.number]))
}

/**
 * What an entry says, in the reader's language. Entries without a note carry English texts of their own making («Order 12:
 * delivery», «Click»); everything else in them is an article's title or a document's label.
 */
export function entryText(entry: Pick<EntryRow, "note" | "description">, locale: NoteLocale): string {
  if (entry.note) return noteText(entry.note, locale)
  if (locale === "en") return entry.description
  const known = OLD_TEXTS.find(([pattern]) => pattern.test(entry.description))
  return known ? entry.description.replace(known[0], known[1]) : entry.description
}

const OLD_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^Order (\d+): payment captured$/, "Commande $1 : paiement encaissé"],
  [/^Order (\d+): delivery$/, "Commande $1 : livraison"],
  [/^Paid back$/, "Remboursé au client"],
  [/^Click$/, "Clic"],
  [/^Top-up of (.+)$/, "Recharge de $1"],
  [/^Top-up$/, "Recharge"],
]

const MOST_ROWS = 50_000

/** The filtered book as CSV; a cell that a spreadsheet would run is kept as text. */
export async function bookCsv(
  container: MedusaContainer,
  filter: BookFilter | null,
  locale: NoteLocale,
): Promise<string> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const rows = filter ? (await ledger.browse(filter, { skip: 0, take: MOST_ROWS })).rows : []
  const numbers = await orderNumbers(
    container,
    rows.map((row) => row.orderId),
  )
  const separator = locale === "fr" ? ";" : ","
  const lines = rows.map((row) => [
    row.occurredAt.toISOString(),
    row.businessKey,
    row.account,
    row.party ?? "",
    row.kind,
    entryText(row, locale),
    row.orderId ? String(numbers.get(row.orderId) ?? "") : "",
    row.taxCode ?? "",
    decimal(-row.amount, locale),
    row.currency,
  ])
  return (
    [HEAD, ...lines].map((cells) => cells.map((cell) => safe(cell, separator)).join(separator)).join("\r\n") + "\r\n"
  )
}

const HEAD = ["at", "journal", "account", "party", "kind", "description", "order", "tax", "amount", "currency"]

const decimal = (micros: number, locale: NoteLocale): string => {
  const digits = String(Math.abs(micros)).padStart(7, "0")
  const fraction = digits.slice(-6).replace(/0{1,4}$/, "")
  return `${micros < 0 ? "-" : ""}${digits.slice(0, -6)}${locale === "fr" ? "," : "."}${fraction}`
}

const safe = (cell: string, separator: string): string => {
  const kept = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell
  return kept.includes(separator) || /["\r\n]/.test(kept) ? `"${kept.replace(/"/g, '""')}"` : kept
}
