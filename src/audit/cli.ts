import type { ExecArgs } from "@medusajs/framework/types"
import { type AuditReport, runAudit } from "./run-audit"

/** npm run audit [-- --json]: exit 1 and a list when anything disagrees. */
export default async function auditCommand({ container, args }: ExecArgs): Promise<void> {
  const report = await runAudit(container)
  console.log(args.includes("--json") ? JSON.stringify(report, null, 2) : printed(report))
  if (!report.clean) process.exitCode = 1
}

function printed(report: AuditReport): string {
  const width = Math.max(...report.checks.map((check) => check.name.length))
  const lines = report.checks.flatMap((check) => [
    `${check.findings.length === 0 ? "✓" : "✗"} ${check.name.padEnd(width)}  ${String(check.examined).padStart(7)} examined`,
    ...check.findings.map((finding) => `    ${finding.subject}: ${finding.detail}`),
  ])
  const findings = report.checks.reduce((a, check) => a + check.findings.length, 0)
  return [...lines, "", findings === 0 ? "Everything agrees." : `${findings} findings. Nothing was changed.`].join("\n")
}
