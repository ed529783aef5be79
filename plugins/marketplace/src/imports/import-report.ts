import type { MedusaContainer } from "@medusajs/framework/types"
import { reportHead, reportLine } from "../import/report"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { allProblems, type Owner, readRun } from "./read-imports"

/**
 * The report of a run as pieces of CSV, in the language asked for, or else that of the member who asks, or of the seller.
 * @throws NOT_FOUND before the first piece
 */
export async function importReport(
  container: MedusaContainer,
  owner: Owner | undefined,
  asked: { readonly runId: string; readonly locale?: "fr" | "en"; readonly memberId?: string },
): Promise<AsyncGenerator<string>> {
  const run = await readRun(container, owner, asked.runId)
  return pieces(container, run.id, asked.locale ?? (await localeOf(container, owner, asked.memberId)))
}

async function localeOf(
  container: MedusaContainer,
  owner: Owner | undefined,
  memberId: string | undefined,
): Promise<"fr" | "en"> {
  if (!owner) return "fr"
  const marketplace = marketplaceOf(container)
  const [member] = memberId ? await marketplace.listSellerMembers({ id: memberId, seller_id: owner }) : []
  if (member?.locale) return member.locale
  const [seller] = await marketplace.listSellers({ id: owner })
  return seller?.locale ?? "fr"
}

async function* pieces(container: MedusaContainer, runId: string, locale: "fr" | "en"): AsyncGenerator<string> {
  // The mark tells spreadsheets that it is UTF-8.
  yield `\ufeff${reportHead(locale)}`
  for await (const problem of allProblems(container, runId)) yield reportLine(problem, locale)
}
