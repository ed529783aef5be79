import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { asValue } from "@medusajs/framework/awilix"
import { cents, centsOf, CLOCK, sum } from "@gondola/kit"
import {
  chainFaults,
  chainOf,
  credit,
  debit,
  type DocumentFilter,
  entriesOf,
  type InvoiceBody,
  LEDGER_MODULE,
  type LedgerModuleService,
  listDocuments,
  type StatementBody,
} from "@gondola/ledger"
import { closeLastMonth } from "./billing/close-month"
import { openBilling, runBilling } from "./billing/run-billing"
import { knexOf } from "./modules/marketplace/resolve"
import { placeOrder } from "./orders/place-order"
import { settleRefund } from "./orders/settle-refund"
import { readSoldOrder } from "./orders/sold-order"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const container = () => getContainer() as MedusaContainer
    const knex = () => knexOf(container())
    const ledger = () => container().resolve<LedgerModuleService>(LEDGER_MODULE)
    const time = { now: new Date("2026-11-10T10:00:00Z") }
    const at = (iso: string): void => void (time.now = new Date(iso))
    const operator = { type: "OPERATOR" as const, id: "user_1" }
    const bill = (month: string) => runBilling(container(), { month, actor: operator })
    const documents = async (filter: DocumentFilter = {}) =>
      (await listDocuments(knex(), filter, { skip: 0, take: 100 })).items.reverse()
    const invoice = (document: { content: { body: unknown } }) => document.content.body as InvoiceBody
    const statement = (document: { content: { body: unknown } }) => document.content.body as StatementBody
    let shop: ThreeSellers
    let orderId: string

    const refundMug = async (key: string): Promise<void> => {
      const order = await readSoldOrder(container(), orderId)
      const mug = order.lines.find((line) => line.sellerId === shop.sellerA)!
      const shares = [{ sellerId: shop.sellerA, lineId: mug.lineId, quantity: 1, refund: cents(1200), label: "Tasse" }]
      await settleRefund(container(), { key, orderId, occurredAt: time.now, shares })
    }
    /** What the ledger says about the seller's fees, in cents. */
    const booked = async (documentId: string) =>
      sum((await entriesOf(knex(), documentId)).map((entry) => centsOf(entry.amount as never)))
    const owed = async (seller: string, before: string) =>
      centsOf(await ledger().owed("seller_payable", seller, { before: new Date(before) }))

    beforeAll(async () => {
      container().register(CLOCK, asValue({ now: () => time.now }))
      shop = await openThreeSellers(container())
      orderId = (await placeOrder(container(), await fillBasket(container(), shop))).orderId
      at("2026-11-20T10:00:00Z")
      await refundMug("november")
    })

    // One story: the runner empties the database after each test.
    it("bills month after month, each entry once, credits what comes back, and survives a death in the middle", async () => {
      await expect(bill("2026-11")).rejects.toMatchObject({ code: "BAD_INPUT" })

      at("2026-12-01T01:00:00Z")
      const run = await closeLastMonth(container())
      expect(run).toMatchObject({ month: "2026-11", state: "done", accountsTotal: 2, accountsDone: 2, failures: [] })
      const own = await documents({ party: shop.sellerA })
      expect(own.map((each) => [each.kind, each.number, each.issueDay])).toEqual([
        ["credit_note", "AV-2026-000001", "2026-12-01"],
        ["commission_invoice", expect.stringMatching(/^FC-2026-00000[12]$/), "2026-12-01"],
        ["statement", expect.stringMatching(/^RL-2026-00000[12]$/), "2026-12-01"],
      ])
      const [note, commission, month] = own as [(typeof own)[0], (typeof own)[0], (typeof own)[0]]
      // 15 % of three mugs at 12 € is 5.40 €, VAT within; one mug back gives 1.80 €.
      expect(invoice(commission)).toMatchObject({ net: 450, vatTotal: 90, gross: 540, corrects: null })
      expect(invoice(commission).vat).toEqual([{ category: "S", rateBps: 2000, base: 450, vat: 90, reason: null }])
      expect(invoice(note)).toMatchObject({ net: -150, vatTotal: -30, gross: -180 })
      expect(invoice(note).corrects).toEqual({ id: commission.id, number: commission.number, issueDay: "2026-12-01" })
      for (const each of [commission, note]) expect(await booked(each.id)).toBe(invoice(each).gross)
      expect(statement(month)).toMatchObject({ opening: 0, closing: await owed(shop.sellerA, "2026-11-30T23:00:00Z") })
      expect(month.content.period).toEqual({ from: "2026-11-01", to: "2026-11-30" })
      expect(
        statement(month)
          .documents.map((each) => each.gross)
          .sort(),
      ).toEqual([-180, 540])

      const before = await documents()
      expect((await bill("2026-11")).documents).toBe(0)
      expect(await closeLastMonth(container())).toBeNull()
      expect(await documents()).toEqual(before)

      // A later month: the invoice of an earlier one is credited, and what came late goes onto the next statement.
      at("2026-12-15T10:00:00Z")
      await refundMug("december")
      await ledger().post([
        {
          businessKey: "late",
          document: { type: "fee", id: "late" },
          currency: "EUR",
          occurredAt: new Date("2026-11-28T10:00:00Z"),
          entries: [
            debit("seller_payable", shop.sellerA, "penalty_fee", cents(1000), "late"),
            credit("fee_revenue", null, "penalty_fee", cents(1000), "late"),
          ],
        },
      ])
      at("2027-01-01T00:30:00+01:00")
      expect((await closeLastMonth(container()))?.month).toBe("2026-12")
      const issued = (await documents({ party: shop.sellerA })).filter(
        (each) => each.content.period.to === "2026-12-31",
      )
      expect(issued.map((each) => each.number)).toEqual(["AV-2027-000001", "FF-2027-000001", "RL-2027-000001"])
      const [late, fee, monthAfter] = issued as [(typeof issued)[0], (typeof issued)[0], (typeof issued)[0]]
      expect(invoice(fee).vat).toEqual([{ category: "E", rateBps: 0, base: 1000, vat: 0, reason: "no_consideration" }])
      expect(invoice(late).corrects?.number).toMatch(/^FC-2026/)
      const [november] = await documents({ party: shop.sellerA, kind: "statement" })
      expect(statement(monthAfter).opening).toBe(statement(november!).closing)
      expect(statement(monthAfter).closing).toBe(await owed(shop.sellerA, "2026-12-31T23:00:00Z"))

      for (const series of ["FC-2026", "AV-2026", "RL-2026", "FF-2027", "AV-2027", "RL-2027"])
        expect([series, chainFaults(await chainOf(knex(), series))]).toEqual([series, []])
      expect(await ledger().imbalances()).toEqual([])
      const { rows } = (await knex().raw(
        `select count(*)::int as n from ledger_entry e where e.account = 'seller_payable' and e.kind like '%commission%'
           and not exists (select 1 from ledger_document_entry c where c.entry_id = e.id and c.claim = 'billed')`,
      )) as { rows: { n: number }[] }
      expect(rows).toEqual([{ n: 0 }])

      // A run whose process died is followed by another; two never work at once.
      at("2027-02-01T08:00:00Z")
      await openBilling(container(), { month: "2027-01", actor: operator })
      await expect(bill("2027-01")).rejects.toMatchObject({ code: "CONFLICT" })
      expect(await closeLastMonth(container())).toBeNull()
      await knex()("marketplace_billing_run").where("state", "running").update({ heartbeat_at: "2020-01-01" })
      const after = await closeLastMonth(container())
      expect(after).toMatchObject({ state: "done", accountsTotal: 2 })
      expect((await documents()).filter((each) => each.content.period.to === "2027-01-31")).toHaveLength(2)
    })
  },
})
