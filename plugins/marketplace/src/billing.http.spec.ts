import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { asValue } from "@medusajs/framework/awilix"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
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
import { creditByHand } from "./billing/credit-by-hand"
import { creditAudit, documentAudit, documentEntryAudit } from "./billing/document-checks"
import { keepDocumentFiles } from "./billing/keep-files"
import { openBilling, runBilling } from "./billing/run-billing"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { placeOrder } from "./orders/place-order"
import { settleRefund } from "./orders/settle-refund"
import { readSoldOrder } from "./orders/sold-order"
import { searchTrail } from "./trail/search-trail"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
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

    const bearer = (actor: string, id: string) => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: id, actor_type: actor, auth_identity_id: "x", app_metadata: {}, user_metadata: {} }
      const token = generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })
      return { headers: { authorization: `Bearer ${token}` } }
    }
    const member = async (email: string) => {
      const [found] = await marketplaceOf(container()).listSellerMembers({ email })
      return bearer("seller_member", found!.id)
    }
    const status = (path: string, as?: object): Promise<number> =>
      api.get(path, as).then(
        (answer: { status: number }) => answer.status,
        (error: { response: { status: number } }) => error.response.status,
      )
    const audits = async () =>
      (
        await Promise.all([documentAudit, documentEntryAudit, creditAudit].map((check) => check.run(container())))
      ).flatMap((outcome) => outcome.findings)

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

    it("hands out each document to its seller and the operator only, and the same bytes for ever", async () => {
      at("2026-12-01T01:00:00Z")
      await closeLastMonth(container())
      const [a, b, operatorToken] = [await member(shop.emailA), await member(shop.emailB), bearer("user", "user_1")]
      const own = await documents({ party: shop.sellerA })
      const commission = own.find((each) => each.kind === "commission_invoice")!
      const month = own.find((each) => each.kind === "statement")!
      const path = (id: string, query = "") => `/portal/documents/${id}${query}`

      const pdf = await api.get(path(commission.id), { ...a, responseType: "arraybuffer" })
      expect(pdf.headers["content-type"]).toBe("application/pdf")
      expect(pdf.headers["content-disposition"]).toBe(`attachment; filename="${commission.number}.pdf"`)
      expect(Buffer.from(pdf.data as ArrayBuffer).toString("latin1")).toContain("/AFRelationship /Alternative")
      at("2027-03-01T01:00:00Z")
      const again = await api.get(path(commission.id), { ...operatorToken, responseType: "arraybuffer" })
      expect(Buffer.from(again.data as ArrayBuffer).equals(Buffer.from(pdf.data as ArrayBuffer))).toBe(true)
      const xml = await api.get(path(commission.id, "?format=xml"), a)
      expect(xml.data).toContain(`<ram:ID>${commission.number}</ram:ID>`)
      const csv = await api.get(path(month.id, "?format=csv&locale=fr"), a)
      // axios takes the mark of UTF-8 off.
      expect(csv.data).toMatch(/^document;date;type;libellé;commande;montant;devise\r\n/)
      expect(csv.data).toContain("36,00;EUR")
      for (const format of ["pdf", "xml", "csv"])
        expect(await status(path(commission.id, `?format=${format}`), b)).toBe(404)
      expect(await status(path(commission.id))).toBe(401)
      expect(await status(path(month.id, "?format=xml"), a)).toBe(404)
      expect(await status(path(commission.id, "?format=../../etc/passwd"), a)).toBe(400)
      expect(await status(path("..%2f..%2fetc%2fpasswd"), a)).toBe(404)

      expect(await keepDocumentFiles(container())).toBe(4)
      expect(await keepDocumentFiles(container())).toBe(0)

      const trail = await searchTrail(container(), { orderIds: [orderId] }, { skip: 0, take: 100 })
      expect(
        trail.entries
          .filter((entry) => entry.source === "document order")
          .map((entry) => (entry.details as { number: string }).number),
      ).toEqual(expect.arrayContaining([commission.number, month.number]))

      const query = `query($id: ID!) { sellerDocuments { total items { number } } sellerDocument(id: $id) { number rows { description } } }`
      const asked = async (as: object, id: string) =>
        (await api.post("/graphql", { query, variables: { id } }, as)).data as {
          data: { sellerDocuments: { total: number } } | null
          errors?: { extensions: { code: string } }[]
        }
      expect((await asked(a, commission.id)).data?.sellerDocuments.total).toBe(3)
      expect((await asked(b, commission.id)).errors?.[0]?.extensions.code).toBe("NOT_FOUND")
    })

    it("credits a line by hand, once a key, never beyond the invoice, and lets the audit see every break", async () => {
      at("2026-12-01T01:00:00Z")
      await ledger().post([
        {
          businessKey: "usd",
          document: { type: "fee", id: "usd" },
          currency: "USD",
          occurredAt: new Date("2026-11-12T10:00:00Z"),
          entries: [
            debit("seller_payable", shop.sellerB, "service_fee", cents(2500), "photos"),
            debit("seller_payable", shop.sellerB, "service_vat", cents(500), "photos"),
            credit("fee_revenue", null, "service_fee", cents(2500), "photos"),
            { ...credit("tax", null, "service_vat", cents(500), "photos"), taxCode: "FR:2000" },
          ],
        },
      ])
      await closeLastMonth(container())
      expect((await documents({ party: shop.sellerB })).map((each) => [each.kind, each.currency])).toEqual(
        expect.arrayContaining([
          ["commission_invoice", "EUR"],
          ["fee_invoice", "USD"],
          ["statement", "EUR"],
          ["statement", "USD"],
        ]),
      )
      const [lamp] = await documents({ party: shop.sellerB, kind: "commission_invoice" })
      const ask = { invoiceId: lamp!.id, line: 0, reason: "Geste commercial", actor: "user_1" }
      const note = await creditByHand(container(), { ...ask, net: cents(1000), key: "k1" })
      expect(invoice(note)).toMatchObject({ net: -1000, vatTotal: -200, gross: -1200, reason: "Geste commercial" })
      expect(invoice(note).corrects?.number).toBe(lamp!.number)
      expect((await creditByHand(container(), { ...ask, net: cents(1000), key: "k1" })).number).toBe(note.number)
      await expect(creditByHand(container(), { ...ask, net: cents(291), key: "k2" })).rejects.toMatchObject({
        code: "CREDIT_ABOVE_INVOICE",
      })
      await expect(
        creditByHand(container(), { ...ask, invoiceId: note.id, net: cents(1), key: "k3" }),
      ).rejects.toThrow()
      expect(await booked(note.id)).toBe(-1200)
      expect(await audits()).toEqual([])

      for (const [table, broken, mended] of [
        ["ledger_document", "gross = gross + 1, vat = vat + 1", "gross = gross - 1, vat = vat - 1"],
        ["ledger_document", "currency = 'CHF'", null],
        ["ledger_document_entry", "document_id = (select min(id) from ledger_document)", null],
      ] as const) {
        const change = (set: string) =>
          knex().transaction(async (trx) => {
            await trx.raw(`alter table ${table} disable trigger user`)
            await trx.raw(`update ${table} set ${set}`)
            await trx.raw(`alter table ${table} enable trigger user`)
          })
        await change(broken)
        expect([broken, (await audits()).length > 0]).toEqual([broken, true])
        if (mended) await change(mended)
      }
    })
  },
})
