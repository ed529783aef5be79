import type { AuditCheck } from "@gondola/kit"
import { ledgerBalances } from "./ledger-balances"

/** Every proof, in the order of the report. */
export function auditChecks(): readonly AuditCheck[] {
  return [ledgerBalances]
}
