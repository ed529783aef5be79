import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents, CLOCK } from "@gondola/kit"
import { credit, debit, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { makeReport, reportRows, sendCopies } from "./dac7/make-report"
import { dac7Blocks, remindTaxData } from "./dac7/remind"
import { saveTaxPerson } from "./dac7/tax-person"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { placeOrder } from "./orders/place-order"
import { settleRefund } from "./orders/settle-refund"
import { readSoldOrder } from "./orders/sold-order"
import { payoutBlocks } from "./payouts/gates"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    const knex = () => knexOf(container())
    const time = { now: new Date("2026-11-10T10:00:00Z") }
    const at = (iso: string): void => void (time.now = new Date(iso))
    const letters = async (kind: string): Promise<string[]> =>
      (await knex()("marketplace_notification").where({ kind }).orderBy("created_at").pluck("email")) as string[]
    const bearer = (actor: string, id: string) => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: id, actor_type: actor, auth_identity_id: "x", app_metadata: {}, user_metadata: {} }
      const token = generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })
      return { headers: { authorization: `Bearer ${token}` } }
    }
    let shop: ThreeSellers

    beforeAll(async () => {
      container().register(CLOCK, asValue({ now: () => time.now }))
      shop = await openThreeSellers(container())
    })

    it("reports the year by quarter, refunds netted, from the thresholds on, and tells each seller", async () => {
      at("2026-02-10T10:00:00Z")
      const { orderId } = await placeOrder(container(), await fillBasket(container(), shop))
      at("2026-05-10T10:00:00Z")
      await placeOrder(container(), await fillBasket(container(), shop, { quantities: { shirt: 1, mug: 1, lamp: 15 } }))
      const order = await readSoldOrder(container(), orderId)
      const mugs = order.lines.find((line) => line.sellerId === shop.sellerA)!
      const shares = [{ sellerId: shop.sellerA, lineId: mugs.lineId, quantity: 3, refund: cents(3600), label: "Tasse" }]
      await settleRefund(container(), { key: "r1", orderId, occurredAt: time.now, shares })

      at("2027-01-15T10:00:00Z")
      const { rows } = await reportRows(container(), 2026)
      const of = (seller: string) => rows.find((row) => row.sellerId === seller)!
      // A: three mugs undone in the second quarter are no sale; one mug and two deliveries are left.
      expect(of(shop.sellerA)).toMatchObject({ outcome: "EXCLUDED" })
      expect(of(shop.sellerA).year.map((quarter) => quarter.sales)).toEqual([0, 1, 0, 0])
      expect(of(shop.sellerA).year[0]).toMatchObject({ consideration: 3600 + 490 - 540, fees: 540 })
      expect(of(shop.sellerA).year[1]).toMatchObject({ consideration: 1200 + 490 - 180 - 3600 + 540, fees: 180 - 540 })
      // B: 129 € and 1,935 € less 12 % are below 2,000 €: two sales. One euro more of them is not.
      expect(of(shop.sellerB)).toMatchObject({ outcome: "EXCLUDED" })
      await container()
        .resolve<LedgerModuleService>(LEDGER_MODULE)
        .post([
          {
            businessKey: "more",
            document: { type: "manual", id: "more" },
            currency: "USD",
            occurredAt: new Date("2026-12-31T22:59:59Z"),
            entries: [
              credit("seller_payable", shop.sellerB, "order_amount", cents(20_000), "x"),
              debit("provider_clearing", null, "order_amount", cents(20_000), "x"),
            ],
          },
        ])
      await expect(makeReport(container(), { year: 2026, actor: "user_1" })).rejects.toMatchObject({
        code: "DAC7_RATE",
      })
      const ask = async (query: string, variables: object, headers: object) =>
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is what the assertions make of it
        ((await api.post("/graphql", { query, variables }, headers)) as { data: { data: any; errors?: any[] } }).data
      const house = bearer("user", "user_1")
      const YEAR = `query { dac7Year(year: 2026) { lacksRates rows { sellerId } rates { currency euroMicros source } } }`
      expect((await ask(YEAR, {}, house)).data.dac7Year).toEqual({ lacksRates: ["USD"], rows: [], rates: [] })
      const RATE = `mutation ($m: SafeInt!, $s: String!) { saveDac7Rate(year: 2026, currency: "usd", euroMicros: $m, source: $s) { lacksRates rows { sellerId outcome } rates { currency euroMicros source } } }`
      for (const wrong of [
        { m: 0, s: "BCE 2026" },
        { m: 950_000, s: " " },
      ])
        expect((await ask(RATE, wrong, house)).errors?.[0].extensions.code).toBe("BAD_INPUT")
      const noted = (await ask(RATE, { m: 940_000, s: "BCE, moyenne 2026" }, house)).data.saveDac7Rate
      expect(noted).toMatchObject({
        lacksRates: [],
        rates: [{ currency: "USD", euroMicros: 940_000, source: "BCE, moyenne 2026" }],
      })
      // 129 € and 1,935 € less 12 %, 4.90 € twice, and 200 $ at 0.94: more than 2,000 €.
      expect(noted.rows).toContainEqual({ sellerId: shop.sellerB, outcome: "REPORTED" })
      const rates = { USD: 950_000 }
      const report = await makeReport(container(), { year: 2026, rates, actor: "user_1" })
      expect(report).toMatchObject({ version: 1, sellers: 1, excluded: 1, messageRef: "OP_2026_732829320_V1" })
      expect((await makeReport(container(), { year: 2026, rates, actor: "user_1" })).version).toBe(2)
      const used = (await knex()("marketplace_dac7_report").orderBy("version").pluck("rates")) as unknown[]
      expect(used).toEqual([rates, rates])
      await expect(makeReport(container(), { year: 2027, actor: "user_1" })).rejects.toMatchObject({
        code: "BAD_INPUT",
      })

      const operator = bearer("user", "user_1")
      const { data } = await api.get(`/portal/dac7/${report.id}`, operator)
      expect(data).toContain('<dpi:ConsQ4 currCode="EUR">190</dpi:ConsQ4>')
      expect(data).not.toContain("Tasses")
      expect(await knex()("marketplace_act").where({ action: "dac7.read", actor_id: "user_1" })).toHaveLength(1)
      const [member] = await marketplaceOf(container()).listSellerMembers({ email: shop.emailB })
      const foreign = await api
        .get(`/portal/dac7/${report.id}`, bearer("seller_member", member!.id))
        .catch((error: { response: { status: number } }) => error.response)
      expect((foreign as { status: number }).status).toBe(404)

      await sendCopies(container(), report.id)
      await sendCopies(container(), report.id)
      expect(await letters("tax-data.copy")).toEqual([shop.emailB])
    })

    it("changes quarters at midnight in Paris", async () => {
      const book = async (key: string, occurredAt: string, amount: number) =>
        container()
          .resolve<LedgerModuleService>(LEDGER_MODULE)
          .post([
            {
              businessKey: key,
              document: { type: "manual", id: key },
              currency: "EUR",
              occurredAt: new Date(occurredAt),
              entries: [
                credit("seller_payable", shop.sellerA, "order_amount", cents(amount), "x"),
                debit("provider_clearing", null, "order_amount", cents(amount), "x"),
              ],
            },
          ])
      await book("before", "2025-03-31T21:59:59.999Z", 100)
      await book("after", "2025-03-31T22:00:00.000Z", 20_000)
      await book("newYear", "2025-12-31T23:00:00.000Z", 7)
      const quarters = async (year: number) => {
        const { rows } = await reportRows(container(), year, {}, [shop.sellerA])
        return rows[0]?.year.map((quarter) => quarter.consideration)
      }
      expect(await quarters(2025)).toEqual([100, 20_000, 0, 0])
      expect((await quarters(2026))?.[0]).toBeGreaterThanOrEqual(7)
    })

    /** Who sees a sole trader's number: its owner and its finance; the house when it says why. */
    const readsOf = async (taxId: string): Promise<void> => {
      await knex()("marketplace_seller").where("id", shop.sellerA).update({ tax_id: taxId })
      const [owner] = await marketplaceOf(container()).listSellerMembers({ email: shop.emailA })
      const made = await marketplaceOf(container()).createSellerMembers([
        { seller_id: shop.sellerA, email: "packer@tasses.example", name: "Paul", role: "orders" },
        { seller_id: shop.sellerA, email: "books@tasses.example", name: "Fanny", role: "finance" },
      ] as never)
      const [packer, books] = made as unknown as { id: string }[]
      const masked = `••••••••••${taxId.slice(-3)}`
      const SEES = `{ sellerTax { taxId birthDate lastName mayReadPerson } sellerFile { taxId } }`
      const sees = async (who: object, query = SEES, variables = {}) =>
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is what the assertions make of it
        ((await api.post("/graphql", { query, variables }, who)) as { data: { data: any; errors?: any[] } }).data
      const all = { taxId, birthDate: "1980-05-04", lastName: "Petit", mayReadPerson: true }
      for (const member of [owner!, books!])
        expect((await sees(bearer("seller_member", member.id))).data).toEqual({ sellerTax: all, sellerFile: { taxId } })
      expect((await sees(bearer("seller_member", packer!.id))).data).toEqual({
        sellerTax: { taxId: masked, birthDate: null, lastName: null, mayReadPerson: false },
        sellerFile: { taxId: masked },
      })
      const house = bearer("user", "user_1")
      const REVIEW = `query ($id: ID!) { sellerDossier(id: $id) { file { taxId } } }`
      expect(JSON.stringify((await sees(house, REVIEW, { id: shop.sellerA })).data)).not.toContain(taxId)
      const READ = `mutation ($id: ID!, $reason: String!) { readTaxIdentity(sellerId: $id, reason: $reason) { taxId lastName } }`
      expect((await sees(house, READ, { id: shop.sellerA, reason: " " })).errors?.[0].extensions.code).toBe("BAD_INPUT")
      expect((await sees(house, READ, { id: "sel_none", reason: "contrôle" })).errors?.[0].extensions.code).toBe(
        "NOT_FOUND",
      )
      const acts = () =>
        knex()("marketplace_act").where({ action: "seller.read_tax_identity", seller_id: shop.sellerA })
      expect(await acts()).toHaveLength(0)
      const read = await sees(house, READ, { id: shop.sellerA, reason: "contrôle DGFiP" })
      expect(read.data.readTaxIdentity).toEqual({ taxId, lastName: "Petit" })
      expect(await acts()).toMatchObject([{ actor_id: "user_1", details: { reason: "contrôle DGFiP" } }])
      expect(JSON.stringify(await acts())).not.toContain(taxId)
    }

    it("asks, reminds twice, and stops payouts after sixty days until the data are there", async () => {
      await knex()("marketplace_seller").where("id", shop.sellerA).update({ legal_form: "sole_trader" })
      at("2026-03-01T10:00:00Z")
      expect(await remindTaxData(container())).toBe(1)
      expect(await remindTaxData(container())).toBe(0)
      at("2026-03-21T10:00:00Z")
      expect(await remindTaxData(container())).toBe(1)
      at("2026-04-10T09:59:00Z")
      expect(await remindTaxData(container())).toBe(0)
      at("2026-04-10T10:00:00Z")
      expect(await remindTaxData(container())).toBe(1)
      at("2026-04-30T09:59:00Z")
      expect(await dac7Blocks(container(), [shop.sellerA, shop.sellerB])).toEqual(new Set())
      at("2026-04-30T10:00:00Z")
      expect(await dac7Blocks(container(), [shop.sellerA, shop.sellerB])).toEqual(new Set([shop.sellerA]))
      expect((await payoutBlocks(container(), [shop.sellerA])).get(shop.sellerA)).toContain("TAX_DATA")
      expect(await letters("tax-data.missing")).toEqual([shop.emailA, shop.emailA, shop.emailA])

      const person = { firstName: "Anna", lastName: "Petit", birthDate: "1980-05-04" }
      await expect(
        saveTaxPerson(container(), shop.sellerA, { ...person, birthDate: "2030-01-01" }),
      ).rejects.toMatchObject({ code: "BAD_INPUT" })
      await saveTaxPerson(container(), shop.sellerA, person)
      await readsOf("1234567890123")
      await knex()("marketplace_seller").where("id", shop.sellerA).update({ tax_id: "1234567890123" })
      expect(await dac7Blocks(container(), [shop.sellerA])).toEqual(new Set())
      expect(await remindTaxData(container())).toBe(0)
      // Whoever loses the data again is asked from the beginning.
      await knex()("marketplace_seller").where("id", shop.sellerA).update({ tax_id: null })
      expect(await remindTaxData(container())).toBe(1)
      expect(await dac7Blocks(container(), [shop.sellerA])).toEqual(new Set())
    })
  },
})
