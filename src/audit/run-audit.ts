import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, type AuditCheck, type AuditFinding } from "@gondola/kit"
import { auditChecks } from "./checks"

export interface AuditReport {
  readonly at: Date
  readonly clean: boolean
  readonly checks: readonly {
    readonly name: string
    readonly examined: number
    readonly findings: readonly (AuditFinding & { readonly check: string })[]
  }[]
}

/** Compares ledger, stock, payments and ad charges on the running data. It reads and never repairs. */
export async function runAudit(
  container: MedusaContainer,
  checks: readonly AuditCheck[] = auditChecks(),
): Promise<AuditReport> {
  const done: AuditReport["checks"][number][] = []
  // One after the other: an audit may take its time, the shop beside it may not.
  for (const check of checks) {
    const { examined, findings } = await check.run(container)
    done.push({ name: check.name, examined, findings: findings.map((finding) => ({ ...finding, check: check.name })) })
  }
  return { at: clockOf(container).now(), clean: done.every((check) => check.findings.length === 0), checks: done }
}
