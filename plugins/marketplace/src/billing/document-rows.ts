import type { MedusaContainer } from "@medusajs/framework/types"
import { centsOf, micros } from "@gondola/kit"
import {
  type AnnexRow,
  type DocumentEntry,
  type DocumentLocale,
  entriesOf,
  type EntryNote,
  type IssuedDocument,
} from "@gondola/ledger"
import { entryText, orderNumbers } from "../figures/browse-book"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"

export interface DocumentRow extends AnnexRow {
  readonly kind: string
}

/**
 * The entries behind a document. A statement shows them as the seller's account does (credit positive), an invoice as what it
 * charges (positive).
 */
export async function documentRows(
  container: MedusaContainer,
  document: IssuedDocument,
  asked: { readonly locale: DocumentLocale; readonly page?: { skip: number; take: number } },
): Promise<DocumentRow[]> {
  const entries = await entriesOf(knexOf(container), document.id, asked.page)
  const numbers = await orderNumbers(
    container,
    entries.map((entry) => entry.orderId),
  )
  const sign = document.kind === "statement" ? -1 : 1
  return entries.map((entry: DocumentEntry) => {
    const order = entry.orderId === null ? undefined : numbers.get(entry.orderId)
    return {
      day: dayOf(entry.at),
      kind: entry.kind,
      text: entryText({ note: entry.note as EntryNote | null, description: entry.description }, asked.locale),
      reference: order === undefined ? "" : `#${order}`,
      amount: centsOf(micros(entry.amount === 0 ? 0 : sign * entry.amount)),
    }
  })
}
