import type { MedusaContainer } from "@medusajs/framework/types"
import { type AuditCheck, type AuditFinding, clockOf } from "@gondola/kit"

export interface AuditReport {
  readonly at: Date
  readonly clean: boolean
  readonly checks: readonly {
    readonly name: string
    readonly examined: number
    readonly findings: readonly (AuditFinding & { readonly check: string })[]
  }[]
}

/** Every plugin's checks, in the order in which money flows. */
const CHECKS: readonly AuditCheck[] = []

/** Runs every check on the running data; reads only. */
export async function runAudit(container: MedusaContainer): Promise<AuditReport> {
  const checks: AuditReport["checks"][number][] = []
  for (const check of CHECKS) {
    const { examined, findings } = await check.run(container)
    checks.push({
      name: check.name,
      examined,
      findings: findings.map((finding) => ({ ...finding, check: check.name })),
    })
  }
  return { at: clockOf(container).now(), clean: checks.every((check) => check.findings.length === 0), checks }
}
