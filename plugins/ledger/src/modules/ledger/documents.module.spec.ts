import { join } from "node:path"
import { model } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { cents } from "@gondola/kit"
import { LEDGER_MODULE } from "."
import { credit, debit } from "../../book/journal"
import { chainFaults, chainOf, findDocument, issueDocument, keepFile, keptFile, listDocuments } from "../../documents"
import { invoiceDraft } from "../../documents/testing"
import type LedgerModuleService from "./service"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  // The runner opens a database only for a module with models; the book has tables of its own making instead.
  moduleModels: [model.define("ledger_unused", { id: model.id().primaryKey() })],
  pathToMigrations: join(__dirname, "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const knex = () => (MikroOrmWrapper.getManager() as unknown as { getKnex(): Knex }).getKnex()
    const none = { as: "billed" as const, entries: [] }
    const issue = (key: string) => knex().transaction((trx) => issueDocument(trx, invoiceDraft(key), none))

    describe("documents", () => {
      it("number without a gap while many write at once and some of them fail", async () => {
        const work = Array.from({ length: 60 }, (_, i) =>
          knex().transaction(async (trx) => {
            await issueDocument(trx, invoiceDraft(`k${i}`), none)
            if (i % 3 === 0) throw new Error("died before its commit")
          }),
        )
        const ended = await Promise.allSettled(work)
        expect(ended.filter((each) => each.status === "rejected")).toHaveLength(20)
        const chain = await chainOf(knex(), "FC-2026")
        expect(chain.map((link) => link.sequence)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
        expect(chainFaults(chain)).toEqual([])
      })

      it("answers a second issue of the same key with the first document", async () => {
        const first = await issue("once")
        expect((await issue("once")).number).toBe(first.number)
        expect((await listDocuments(knex(), {}, { skip: 0, take: 10 })).total).toBe(1)
      })

      it("reads back what was issued, seal and all, and keeps strangers out", async () => {
        const issued = await issue("a")
        expect(await findDocument(knex(), { id: issued.id, party: "sel_a" })).toEqual(issued)
        expect(await findDocument(knex(), { id: issued.id, party: "sel_b" })).toBeNull()
      })

      it("bills an entry once, whoever tries again", async () => {
        await service.post([
          {
            businessKey: "fee",
            document: { type: "fee", id: "1" },
            currency: "EUR",
            occurredAt: new Date("2026-11-05T10:00:00Z"),
            entries: [
              debit("seller_payable", "sel_a", "subscription_fee", cents(1000), "fee"),
              credit("fee_revenue", null, "subscription_fee", cents(1000), "fee"),
            ],
          },
        ])
        const row = (await knex()("ledger_entry").where("party", "sel_a").first("id", "amount")) as {
          id: string
          amount: string
        }
        const entries = [{ id: row.id, amount: Number(row.amount) }]
        const take = (key: string, as: "billed" | "stated") =>
          knex().transaction((trx) => issueDocument(trx, invoiceDraft(key), { as, entries }))
        await take("first", "billed")
        await expect(take("second", "billed")).rejects.toMatchObject({ code: "DOCUMENT_ENTRY_TAKEN" })
        await take("statement", "stated")
        expect((await chainOf(knex(), "FC-2026")).map((link) => link.businessKey)).toEqual(["first", "statement"])
      })

      it("lets nobody change or remove a document, a claim or a file", async () => {
        const { id } = await issue("a")
        const wanted = { documentId: id, format: "pdf" as const, locale: "fr" }
        const file = (text: string) => ({
          name: "a.pdf",
          mediaType: "application/pdf",
          bytes: Buffer.from(text),
          at: new Date(),
        })
        await keepFile(knex(), wanted, file("first"))
        expect((await keepFile(knex(), wanted, file("second"))).bytes.toString()).toBe("first")
        for (const statement of [
          `update ledger_document set gross = gross + 1`,
          `delete from ledger_document`,
          `delete from ledger_document_entry`,
          `update ledger_document_file set bytes = ''`,
          `truncate ledger_document cascade`,
        ])
          await expect(knex().raw(statement)).rejects.toThrow(/append-only/)
        expect((await keptFile(knex(), wanted))?.bytes.toString()).toBe("first")
      })

      it("finds by kind, year, month and words, whatever they contain", async () => {
        await issue("a")
        const found = (filter: Parameters<typeof listDocuments>[1]) =>
          listDocuments(knex(), filter, { skip: 0, take: 10 }).then((list) => list.total)
        expect(await found({ search: "fc-2026-0" })).toBe(1)
        expect(await found({ search: "argile", kind: "commission_invoice", year: 2026, month: "2026-11" })).toBe(1)
        expect(await found({ search: "%" })).toBe(0)
        expect(await found({ year: 2025 })).toBe(0)
        expect(await found({ month: "2026-12" })).toBe(0)
      })
    })
  },
})
