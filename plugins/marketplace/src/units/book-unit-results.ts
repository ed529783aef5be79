import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { monthBounds, monthOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { readUnits, webSales } from "./read-units"
import { unitJournal, unitShares } from "./unit-result"

/**
 * Books what web and shops owe each other for the month before this one, at its last instant; once, whatever the terms
 * become later. @returns the business keys booked now
 */
export async function bookUnitResults(container: MedusaContainer): Promise<string[]> {
  const now = clockOf(container).now()
  const month = monthOf(new Date(monthBounds(monthOf(now)).from.getTime() - 1))
  const done = (await knexOf(container)("ledger_journal")
    .where({ document_type: "unit_month", document_id: month })
    .first("id")) as unknown
  if (done) return []
  const [units, sales] = await Promise.all([readUnits(container), webSales(container, month)])
  const at = new Date(monthBounds(month).to.getTime() - 1)
  const journals = unitShares(units, sales)
    .filter((share) => share.amount !== 0)
    .map((share) => unitJournal(month, share, at))
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  return ledger.post(journals)
}
