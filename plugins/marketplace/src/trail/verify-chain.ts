import type { AuditCheck, AuditFinding } from "@gondola/kit"
import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { FIRST_LINK, sealOf, type StoredAct } from "./act"
import { sealActs } from "./seal-acts"

const BATCH = 5000

type Sealed = StoredAct & { readonly seq: string; readonly previous: string; readonly hash: string }

/** Walks the chain from its first link. A broken link is told once; the walk goes on from what is stored. */
export async function verifyChain(
  container: Pick<MedusaContainer, "resolve">,
): Promise<{ examined: number; findings: AuditFinding[] }> {
  const knex = knexOf(container)
  const findings: AuditFinding[] = []
  let link = FIRST_LINK
  let seq = 0
  for (;;) {
    const rows = (await knex("marketplace_act_seal as s")
      .join("marketplace_act as a", "a.id", "s.act_id")
      .where("s.seq", ">", seq)
      .orderBy("s.seq")
      .limit(BATCH)
      .select("a.*", "s.seq", "s.previous", "s.hash")) as Sealed[]
    for (const row of rows) {
      if (Number(row.seq) !== seq + 1)
        findings.push({ subject: `seal ${seq + 1}`, detail: "is missing from the chain" })
      else if (row.previous !== link)
        findings.push({ subject: `seal ${row.seq}`, detail: "does not follow the one before" })
      if (sealOf(row.previous, row) !== row.hash)
        findings.push({ subject: `act ${row.id}`, detail: `was changed after it was sealed (${row.action})` })
      seq = Number(row.seq)
      link = row.hash
    }
    if (rows.length < BATCH) return { examined: seq, findings }
  }
}

export const trailAudit: AuditCheck = {
  name: "audit trail",
  run: async (container) => {
    await sealActs(container)
    return verifyChain(container)
  },
}
