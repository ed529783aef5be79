import type { AuditCheck, AuditFinding } from "@gondola/kit"
import { chainFaults, chainOf, claimsOf, documentHash, entriesDigest, seriesNames } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"

/** Gaps in a series, broken seals, and documents whose entries are not those they were made of. */
export const documentAudit: AuditCheck = {
  name: "documents are numbered without gaps and sealed",
  run: async (container) => {
    const knex = knexOf(container)
    const findings: AuditFinding[] = []
    let examined = 0
    for (const series of await seriesNames(knex)) {
      const chain = await chainOf(knex, series)
      examined += chain.length
      findings.push(
        ...chainFaults(chain).map(({ number, fault }) => ({ subject: `document ${number}`, detail: fault })),
      )
      const [last] = (await knex("ledger_document_series").where({ series }).select("sequence", "hash")) as {
        sequence: number
        hash: string
      }[]
      const end = chain.at(-1)
      if (last && (last.sequence !== chain.length || (end && documentHash(end) !== last.hash)))
        findings.push({
          subject: `series ${series}`,
          detail: `says ${last.sequence} documents, there are ${chain.length}`,
        })
    }
    return { examined, findings }
  },
}

interface Figures {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly said: string
  readonly digest: string
}

/** Documents whose entries are read in one statement. */
const PORTION = 500

/** Every document says what its ledger entries say, to the cent, and still has the entries it was made of. */
export const documentEntryAudit: AuditCheck = {
  name: "documents equal the ledger",
  run: async (container) => {
    const knex = knexOf(container)
    const { rows } = (await knex.raw(
      `select d.id, d.number, d.kind, d.content -> 'entries' ->> 'digest' as digest,
         case when d.kind = 'statement'
           then (d.content -> 'body' ->> 'opening')::bigint - (d.content -> 'body' ->> 'closing')::bigint
           else d.gross end * 10000 as said
       from ledger_document d where d.kind not in ('sale_invoice', 'sale_credit_note') order by d.series, d.sequence`,
    )) as { rows: Figures[] }
    const findings: AuditFinding[] = []
    for (let at = 0; at < rows.length; at += PORTION) {
      const portion = rows.slice(at, at + PORTION)
      const claims = await claimsOf(
        knex,
        portion.map((row) => row.id),
      )
      for (const row of portion) {
        const subject = `document ${row.number}`
        const own = claims.get(row.id) ?? []
        const booked = own.reduce((sum, entry) => sum + BigInt(entry.amount), 0n)
        if (BigInt(row.said) !== booked)
          findings.push({ subject, detail: `says ${row.said}, its entries ${booked} micros` })
        if (row.digest !== entriesDigest(own))
          findings.push({ subject, detail: "has other entries than it was made of" })
      }
    }
    return { examined: rows.length, findings }
  },
}

/** What is given back of an invoice never exceeds it. */
export const creditAudit: AuditCheck = {
  name: "no invoice is credited beyond itself",
  run: async (container) => {
    const knex = knexOf(container)
    const [count] = (await knex("ledger_document").whereNotNull("corrects").count("id as n")) as { n: string }[]
    const { rows } = (await knex.raw(
      `select i.number, i.net, sum(c.net) as back from ledger_document i join ledger_document c on c.corrects = i.id
       group by i.id, i.number, i.net having i.net + sum(c.net) < 0 or bool_or(c.gross > 0)`,
    )) as { rows: { number: string; net: string; back: string }[] }
    return {
      examined: Number(count?.n ?? 0),
      findings: rows.map((row) => ({
        subject: `invoice ${row.number}`,
        detail: `charged ${row.net}, given back ${row.back} cents`,
      })),
    }
  },
}
