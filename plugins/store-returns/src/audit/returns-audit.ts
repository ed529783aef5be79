import type { AuditCheck, AuditFinding } from "@gondola/kit"
import { databaseOf } from "../settlement/database"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { moneyFindings } from "./money-findings"
import { stockFindings } from "./stock-findings"

/** Refunds agree in our rows, in Medusa and in the ledger; bags agree with stock; the trails are whole. */
export const returnsAudit: AuditCheck = {
  name: "returns",
  async run(container) {
    const knex = databaseOf(container)
    const [count] = (await knex("store_return").count("id as n")) as { n: string }[]
    const broken = await storeReturnsOf(container).brokenTrails()
    const trails = broken.map((trail): AuditFinding => ({
      subject: trail.shopId,
      detail: `the trail does not hold from entry ${trail.sequence}`,
    }))
    return {
      examined: Number(count?.n ?? 0),
      findings: [...(await moneyFindings(knex)), ...(await stockFindings(knex)), ...trails],
    }
  },
}
