import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import type { ExecArgs } from "@medusajs/framework/types"
import { GondolaError } from "@gondola/kit"
import { type FileFormat, type ImportRequest, type ImportSummary, reportCsv, runImport } from "@gondola/marketplace"
import { progressLine } from "./progress-line"

const USAGE = `npm run import -- --format icecat|json|csv --file FILE
  --seller HANDLE  the file has this seller's offers; without it, articles of the retailer's catalogue
  --dry-run        check and count, write nothing
  --resume         go on with the run that was interrupted on this file
  --stock N        stock of an article when the file names none (20)
  --report FILE    where to write what was left out (.data/imports/<run>.csv)`

/** Exit code 0 also when lines were left out: the report has them; 1 when nothing could be done; 2 for a wrong call. */
export default async function importCommand({ container, args }: ExecArgs): Promise<void> {
  const request = requestOf(args)
  if (typeof request === "string") {
    process.stderr.write(`${request}\n\n${USAGE}\n`)
    process.exit(2)
  }
  const progress = progressLine(process.stdout)
  try {
    const summary = await runImport(container, { ...request, onProgress: progress.show })
    progress.end()
    const report = request.report ?? join(".data", "imports", `${summary.runId}.csv`)
    process.stdout.write(`${told(summary, request.dryRun ?? false)}\n`)
    if (summary.problems.length > 0) {
      mkdirSync(join(report, ".."), { recursive: true })
      writeFileSync(report, reportCsv(summary.problems))
      process.stdout.write(`${problemsTold(summary)}: ${report}\n`)
    }
  } catch (cause) {
    progress.end()
    process.stderr.write(`${cause instanceof GondolaError ? cause.message : (cause as Error).stack}\n`)
    process.stderr.write("What was written is whole; run it again with --resume to go on.\n")
    process.exit(1)
  }
  process.exit(0)
}

function requestOf(args: string[]): (ImportRequest & { report?: string }) | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        format: { type: "string" },
        file: { type: "string" },
        seller: { type: "string" },
        "dry-run": { type: "boolean" },
        resume: { type: "boolean" },
        stock: { type: "string" },
        report: { type: "string" },
      },
    })
    if (!values.format || !["icecat", "json", "csv"].includes(values.format)) return "--format is icecat, json or csv"
    if (!values.file || !existsSync(values.file)) return `--file: ${values.file ?? "name a file"} is not there`
    if (values.seller && values.format === "icecat") return "--format icecat has articles, not a seller's offers"
    if (values.stock !== undefined && !/^\d{1,6}$/.test(values.stock)) return "--stock is a whole number"
    return {
      format: values.format as FileFormat,
      file: resolve(values.file),
      seller: values.seller,
      dryRun: values["dry-run"],
      resume: values.resume,
      stock: values.stock === undefined ? undefined : Number(values.stock),
      report: values.report,
    }
  } catch (cause) {
    return (cause as Error).message
  }
}

function told(summary: ImportSummary, dryRun: boolean): string {
  const { total, created, updated, unchanged, failed } = summary
  const would = dryRun ? "would be " : ""
  return `${total} records: ${created} ${would}created, ${updated} ${would}updated, ${unchanged} unchanged, ${failed} left out`
}

function problemsTold({ problems }: ImportSummary): string {
  const errors = problems.filter((problem) => problem.level === "error").length
  return `${errors} errors and ${problems.length - errors} warnings, by line`
}
