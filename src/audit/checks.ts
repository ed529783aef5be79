import type { AuditCheck } from "@gondola/kit"
import {
  creditAudit,
  documentAudit,
  documentEntryAudit,
  lateInterestAudit,
  offerAudit,
  payoutBookAudit,
  payoutClaimAudit,
  saleDocumentAudit,
  trailAudit,
} from "@gondola/marketplace"
import { adChargeAudit } from "@gondola/sponsored-placement"
import { returnsAudit } from "@gondola/store-returns"
import { commissionLines, commissionReversals, sellerPayables, taxLines } from "./commission"
import { ledgerBalances } from "./ledger-balances"
import { captures, openCheckouts, openRedress, orphanJournals, redressBooked, refunds, transactions } from "./payments"
import { levels, lines, parcels, reservedLevels, reservedLines } from "./stock"

/** Every proof, in the order of the report. */
export function auditChecks(): readonly AuditCheck[] {
  return [
    ledgerBalances,
    captures,
    refunds,
    transactions,
    orphanJournals,
    openCheckouts,
    openRedress,
    redressBooked,
    commissionLines,
    commissionReversals,
    sellerPayables,
    taxLines,
    lines,
    parcels,
    levels,
    reservedLevels,
    reservedLines,
    offerAudit,
    documentAudit,
    documentEntryAudit,
    lateInterestAudit,
    creditAudit,
    saleDocumentAudit,
    trailAudit,
    payoutClaimAudit,
    payoutBookAudit,
    returnsAudit,
    adChargeAudit,
  ]
}
