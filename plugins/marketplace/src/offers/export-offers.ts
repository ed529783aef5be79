import { PassThrough, type Readable } from "node:stream"
import type { MedusaContainer } from "@medusajs/framework/types"
import { stream } from "exceljs"
import { decimalOf } from "@gondola/kit"
import { harmlessCell } from "../import/formats/harmless"
import { readSellerOffers, type SellerOfferFilter, type SellerOfferRow } from "../read-model/read-seller-offers"

/** The names that an import finds by itself: what is exported can be changed and brought in again. */
const COLUMNS = ["sku", "gtin", "title", "condition", "price", "currency", "stock", "lead_time_days", "status"] as const
const PIECE = 500

/** All offers that the filter finds, a piece at a time; no cell is taken for a formula. */
export function exportOffers(container: MedusaContainer, filter: SellerOfferFilter, format: "csv" | "xlsx"): Readable {
  const out = new PassThrough()
  const write = format === "csv" ? csv : xlsx
  write(container, filter, out).catch((cause: unknown) => out.destroy(cause as Error))
  return out
}

async function csv(container: MedusaContainer, filter: SellerOfferFilter, out: PassThrough): Promise<void> {
  // The mark tells spreadsheets that it is UTF-8.
  out.write(`\ufeff${COLUMNS.join(";")}\r\n`)
  for await (const row of everyOffer(container, filter)) {
    const line = `${cells(row).map(quoted).join(";")}\r\n`
    if (!out.write(line)) await new Promise((resolve) => out.once("drain", resolve))
  }
  out.end()
}

async function xlsx(container: MedusaContainer, filter: SellerOfferFilter, out: PassThrough): Promise<void> {
  const workbook = new stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false })
  const sheet = workbook.addWorksheet("offers")
  sheet.addRow([...COLUMNS]).commit()
  for await (const row of everyOffer(container, filter)) sheet.addRow(cells(row)).commit()
  await workbook.commit()
}

const cells = (row: SellerOfferRow): string[] =>
  [
    row.sku,
    row.gtin,
    row.productTitle,
    row.condition,
    decimalOf(row.price).toFixed(2),
    row.currency,
    String(row.stock),
    String(row.leadTimeDays),
    row.state === "pending" ? "active" : row.state,
  ].map(harmlessCell)

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

async function* everyOffer(container: MedusaContainer, filter: SellerOfferFilter): AsyncGenerator<SellerOfferRow> {
  for (let skip = 0; ; skip += PIECE) {
    const { rows } = await readSellerOffers(container, filter, { skip, take: PIECE })
    yield* rows
    if (rows.length < PIECE) return
  }
}
