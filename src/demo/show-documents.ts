import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { closeLastMonth, keepDocumentFiles, remindTaxData } from "@gondola/marketplace"
import type { House } from "./open-house"
import type { Stage } from "./stage"

const CREDITABLE = `{ documents(filter: { kind: COMMISSION_INVOICE }, pageSize: 1) { items { id lines { net { amount } } } } }`

const CREDIT = `mutation ($id: ID!, $net: SafeInt!) {
  creditInvoiceLine(invoiceId: $id, line: 0, net: $net, reason: "Geste commercial : photos refaites", idempotencyKey: "demonstration") { number }
}`

/** Last month is closed: invoices, credit notes and statements of what the sellers sold and were charged then. */
export async function showDocuments(stage: Stage, { operator }: House): Promise<void> {
  stage.daysAgo(0)
  const { container } = stage
  const run = await closeLastMonth(container)
  const { documents } = await stage.ask<{
    documents: { items: { id: string; lines: { net: { amount: number } }[] }[] }
  }>(operator, CREDITABLE)
  const [invoice] = documents.items
  const net = Math.floor((invoice?.lines[0]?.net.amount ?? 0) / 4)
  if (invoice && net > 0) await stage.ask(operator, CREDIT, { id: invoice.id, net })
  await remindTaxData(container)
  await keepDocumentFiles(container, 3).catch((error: unknown) =>
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(String(error)),
  )
  stage.tell(`${run?.documents ?? 0} documents of last month are issued`)
}
