import { join } from "node:path"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cents, micros, microsOf } from "@gondola/kit"
import fc from "fast-check"
import { credit, debit, type Entry, type Journal } from "../../book/journal"
import { LEDGER_MODULE } from "."
import type LedgerModuleService from "./service"

const sale = (key: string, amount: number, over: Partial<Journal> = {}): Journal => ({
  businessKey: key,
  document: { type: "order", id: key },
  orderId: key,
  currency: "EUR",
  occurredAt: new Date("2026-11-20T10:00:00Z"),
  entries: [
    debit("provider_clearing", null, "order_amount", cents(amount), "card"),
    credit("seller_payable", "A", "order_amount", cents(amount), "mugs"),
  ],
  ...over,
})

jest.setTimeout(60_000)

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: __dirname,
  // The runner opens a database only for a module with models; the book has tables of its own making instead.
  moduleModels: [model.define("ledger_unused", { id: model.id().primaryKey() })],
  pathToMigrations: join(__dirname, "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const knex = () => (MikroOrmWrapper.getManager() as unknown as { getKnex(): Knex }).getKnex()

    describe("the ledger", () => {
      it("books a journal once, however often and however many at once post its key", async () => {
        expect(await service.post([sale("o1", 100)])).toEqual(["o1"])
        expect(await service.post([sale("o1", 100)])).toEqual([])
        const together = await Promise.all(Array.from({ length: 8 }, () => service.post([sale("o2", 250)])))
        expect(together.flat()).toEqual(["o2"])
        expect(await service.owed("seller_payable", "A")).toBe(microsOf(cents(350)))
      })

      it("refuses a key that comes back with other figures and books nothing of that call", async () => {
        await service.post([sale("o1", 100)])
        await expect(service.post([sale("o9", 70), sale("o1", 101)])).rejects.toMatchObject({
          code: "LEDGER_KEY_REUSED",
        })
        expect(await service.owed("seller_payable", "A")).toBe(microsOf(cents(100)))
      })

      it("stands or falls with the caller's transaction", async () => {
        await expect(
          knex().transaction(async (trx) => {
            await service.post([sale("o1", 100)], trx)
            throw new Error("the caller's rows failed")
          }),
        ).rejects.toThrow("the caller's rows failed")
        expect(await service.owed("seller_payable", "A")).toBe(0)
      })

      it("lets nobody change, delete or truncate what is booked", async () => {
        await service.post([sale("o1", 100)])
        for (const statement of [
          `update ledger_entry set amount = amount + 1`,
          `delete from ledger_entry`,
          `truncate ledger_entry, ledger_journal cascade`,
          `update ledger_journal set currency = 'USD'`,
          `delete from ledger_journal`,
        ])
          await expect(knex().raw(statement)).rejects.toThrow(/append-only/)
      })

      it("lets the database refuse a journal that does not add up, even behind our back", async () => {
        const write = knex().transaction(async (trx) => {
          await trx("ledger_journal").insert({
            id: "j",
            business_key: "crooked",
            document_type: "order",
            document_id: "x",
            currency: "EUR",
            occurred_at: new Date(),
          })
          await trx("ledger_entry").insert({
            journal_id: "j",
            account: "retailer_revenue",
            kind: "manual_credit",
            amount: -5,
            description: "x",
            occurred_at: new Date(),
          })
        })
        await expect(write).rejects.toThrow(/journal j is off by -5 micros/)
        expect(await service.imbalances()).toEqual([])
      })

      it("reads an account by party and period, and its totals equal its entries", async () => {
        await service.post([
          sale("o1", 100),
          sale("o2", 200, { occurredAt: new Date("2026-12-01T00:00:00Z") }),
          sale("o3", 400, { currency: "CHF" }),
        ])
        const november = {
          account: "seller_payable" as const,
          party: "A",
          from: new Date("2026-11-01T00:00:00Z"),
          to: new Date("2026-12-01T00:00:00Z"),
        }
        const { rows, total } = await service.listEntries(november, { skip: 0, take: 10 })
        expect(total).toBe(1)
        expect(rows.map((row) => row.businessKey)).toEqual(["o1"])
        expect(await service.totalsByKind(november)).toEqual([{ kind: "order_amount", amount: microsOf(cents(100)) }])
        expect(await service.totalsByKind({ ...november, currency: "CHF" })).toEqual([
          { kind: "order_amount", amount: microsOf(cents(400)) },
        ])
        expect(await service.owed("seller_payable", "A", { before: november.to })).toBe(microsOf(cents(100)))
        expect(await service.owed("seller_payable", "A", { currency: "CHF" })).toBe(microsOf(cents(400)))
      })

      it("keeps Σ = 0 and balances = sums through random histories with repeats and failures", async () => {
        const parties = ["A", "B", null] as const
        const move = fc.record({
          key: fc.nat(15),
          party: fc.nat(2),
          amount: fc.integer({ min: 1, max: 1_000_000_000 }),
        })
        await fc.assert(
          fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 20 }), fc.uuid(), async (moves, run) => {
            const booked = new Map<string, { party: string | null; amount: number }>()
            const before = new Map(
              await Promise.all(parties.map(async (party) => [party, await balance(service, party)] as const)),
            )
            for (const { key, party: index, amount } of moves) {
              const party = parties[index]!
              const name = `${run}:${key}`
              const known = booked.get(name)
              const post = service.post([sale(name, 1, { entries: entriesOf(party, amount) })])
              if (known && (known.party !== party || known.amount !== amount)) await expect(post).rejects.toThrow()
              else {
                await post
                booked.set(name, { party, amount })
              }
            }
            for (const party of parties) {
              const expected = [...booked.values()].filter((b) => b.party === party).reduce((a, b) => a + b.amount, 0)
              expect(await balance(service, party)).toBe(before.get(party)! + expected)
            }
            const [{ total }] = (await knex()("ledger_entry").sum("amount as total")) as [{ total: string }]
            expect(Number(total)).toBe(0)
          }),
          { numRuns: 15 },
        )
      })
    })
  },
})

const balance = (service: LedgerModuleService, party: string | null) =>
  service.owed(party === null ? "retailer_revenue" : "seller_payable", party)

const entriesOf = (party: string | null, amount: number): Entry[] => [
  {
    account: "provider_clearing",
    party: null,
    kind: "order_amount",
    amount: micros(amount),
    description: "in",
  },
  {
    account: party === null ? "retailer_revenue" : "seller_payable",
    party,
    kind: "order_amount",
    amount: micros(-amount),
    description: "out",
  },
]
