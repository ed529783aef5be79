import { dirname, join } from "node:path"
import { model } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { type Account, type Journal, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import fc from "fast-check"
import { MemoryBook, type Step, STEPS, World } from "./world"

jest.setTimeout(60_000)

const MODULE = join(dirname(require.resolve("@gondola/ledger")), "modules/ledger")

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: MODULE,
  // The runner opens a database only for a module with models; the book has tables of its own making instead.
  moduleModels: [model.define("ledger_unused", { id: model.id().primaryKey() })],
  pathToMigrations: join(MODULE, "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    it("keeps in PostgreSQL what a random history keeps in memory, and nothing of a second run", async () => {
      const knex = (MikroOrmWrapper.getManager() as unknown as { getKnex(): Knex }).getKnex()
      const steps: Step[] = fc.sample(
        fc.record({ what: fc.constantFrom("sale" as const, ...STEPS), pick: fc.nat(1_000), size: fc.nat(40_000) }),
        { numRuns: 900, seed: 20_261_122 },
      )
      const book = new MemoryBook()
      const journals: Journal[] = []
      const world = new World((journal) => {
        const booked = book.post(journal)
        if (booked) journals.push(journal)
        return booked
      })
      for (const each of steps) world.run(each)
      expect(journals.length).toBeGreaterThan(300)

      // In small lots and out of step with each other, as workers would.
      const lots = Array.from({ length: Math.ceil(journals.length / 25) }, (_, i) =>
        journals.slice(i * 25, i * 25 + 25),
      )
      const booked = await Promise.all(lots.map((lot) => service.post(lot)))
      expect(booked.flat()).toHaveLength(journals.length)
      for (const lot of lots) expect(await service.post(lot)).toEqual([])

      for (const [key, amount] of book.balances) {
        const [account, party, currency] = key.split(" ") as [Account, string, string]
        expect([key, await service.owed(account, party === "-" ? null : party, { currency })]).toEqual([key, amount])
      }
      expect(await service.imbalances()).toEqual([])
      const totals = await service.accountTotals()
      for (const currency of ["EUR", "USD"])
        expect(totals.filter((total) => total.currency === currency).reduce((a, total) => a + total.amount, 0)).toBe(0)
      const taxes = await service.taxTotals()
      const tax = totals.filter((total) => total.account === "tax").reduce((a, total) => a + total.amount, 0)
      expect(taxes.reduce((a, total) => a + total.amount, 0)).toBe(tax)
      expect(taxes.map((total) => total.taxCode)).toEqual(
        expect.arrayContaining(["FR:210", "FR:550", "FR:1000", "FR:2000"]),
      )
      const [{ n }] = (await knex("ledger_entry").count("id as n")) as [{ n: string }]
      expect(Number(n)).toBe(book.entries.length)

      const wrong = { ...journals[0]!, entries: journals[0]!.entries.slice().reverse() }
      expect(await service.post([wrong])).toEqual([])
      const other = journals.find(
        (journal) => journal.entries.length === journals[0]!.entries.length && journal !== journals[0],
      )!
      await expect(service.post([{ ...other, businessKey: journals[0]!.businessKey }])).rejects.toMatchObject({
        code: "LEDGER_KEY_REUSED",
      })
    })
  },
})
