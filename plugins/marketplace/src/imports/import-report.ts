import type { MedusaContainer } from "@medusajs/framework/types"
import { REPORT_HEAD, reportLine } from "../import/report"
import { allProblems, type Owner, readRun } from "./read-imports"

/** The report of a run as pieces of CSV. @throws NOT_FOUND before the first piece */
export async function importReport(
  container: MedusaContainer,
  owner: Owner | undefined,
  runId: string,
): Promise<AsyncGenerator<string>> {
  const run = await readRun(container, owner, runId)
  return pieces(container, run.id)
}

async function* pieces(container: MedusaContainer, runId: string): AsyncGenerator<string> {
  // The mark tells spreadsheets that it is UTF-8.
  yield `\ufeff${REPORT_HEAD}`
  for await (const problem of allProblems(container, runId)) yield reportLine(problem)
}
