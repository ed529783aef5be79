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
      const rates = { USD: 950_000 }
      const report = await makeReport(container(), { year: 2026, rates, actor: "user_1" })
      expect(report).toMatchObject({ version: 1, sellers: 1, excluded: 1, messageRef: "OP_2026_732829320_V1" })
      expect((await makeReport(container(), { year: 2026, rates, actor: "user_1" })).version).toBe(2)
      await expect(makeReport(container(), { year: 2027, actor: "user_1" })).rejects.toMatchObject({
        code: "BAD_INPUT",
      })

      const operator = bearer("user", "user_1")
      const { data } = await api.get(`/portal/dac7/${report.id}`, operator)
      expect(data).toContain('<dpi:ConsQ4 currCode="EUR">190</dpi:ConsQ4>')
      expect(data).not.toContain("Tasses")
      const [member] = await marketplaceOf(container()).listSellerMembers({ email: shop.emailB })
      const foreign = await api
        .get(`/portal/dac7/${report.id}`, bearer("seller_member", member!.id))
        .catch((error: { response: { status: number } }) => error.response)
      expect((foreign as { status: number }).status).toBe(404)

      await sendCopies(container(), report.id)
      await sendCopies(container(), report.id)
      expect(await letters("tax-data.copy")).toEqual([shop.emailB])
    })

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
