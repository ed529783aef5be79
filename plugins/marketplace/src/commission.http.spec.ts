import type { MedusaContainer } from "@medusajs/framework/types"
import { asValue } from "awilix"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents, CLOCK, microsOf } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { billSubscriptions } from "./fees/bill-subscriptions"
import { chargeHandling } from "./fees/charge-handling"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { placeOrder } from "./orders/place-order"
import { settleRefund } from "./orders/settle-refund"
import { readSoldOrder, type SoldOrder } from "./orders/sold-order"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"
import { bookUnitResults } from "./units/book-unit-results"

jest.setTimeout(240_000)

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is what the assertions make of it
type Data = Record<string, any>

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    const ledger = () => container().resolve<LedgerModuleService>(LEDGER_MODULE)
    let shop: ThreeSellers
    let now: Date | null = null
    const at = (moment: string) => (now = new Date(moment))

    beforeAll(async () => {
      container().register(CLOCK, asValue({ now: () => now ?? new Date() }))
      shop = await openThreeSellers(container())
    })
    beforeEach(() => (now = null))

    const tokenFor = (actor: string, id: string) => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: id, actor_type: actor, auth_identity_id: "x", app_metadata: {}, user_metadata: {} }
      return generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })
    }
    const call = async (token: string, query: string, variables: object = {}) => {
      const answer = await api.post("/graphql", { query, variables }, { headers: { authorization: `Bearer ${token}` } })
      const body = answer.data as { data: Data; errors?: { message: string; extensions: { code: string } }[] }
      return { data: body.data, code: body.errors?.[0]?.extensions.code, message: body.errors?.[0]?.message }
    }
    const operator = (query: string, variables: object = {}) => call(tokenFor("user", "user_1"), query, variables)
    const seller = async (email: string, query: string, variables: object = {}) => {
      const [member] = await marketplaceOf(container()).listSellerMembers({ email })
      return call(tokenFor("seller_member", member!.id), query, variables)
    }
    const place = async (over: Parameters<typeof fillBasket>[2] = {}): Promise<SoldOrder> => {
      const { orderId } = await placeOrder(container(), await fillBasket(container(), shop, over))
      return readSoldOrder(container(), orderId)
    }
    const line = (sold: SoldOrder, title: string) => sold.lines.find((each) => each.title === title)!
    const refund = (sold: SoldOrder, key: string, parts: readonly (readonly [string, number, number])[]) =>
      settleRefund(container(), {
        key,
        orderId: sold.id,
        occurredAt: now ?? new Date(),
        shares: parts.map(([title, quantity, amount]) => {
          const { lineId, sellerId } = line(sold, title)
          return { lineId, sellerId, quantity, refund: cents(amount), label: title }
        }),
      })
    const sums = async (orderId: string) => {
      const rows = (await knexOf(container())("ledger_entry as e")
        .join("ledger_journal as j", "j.id", "e.journal_id")
        .where("j.order_id", orderId)
        .groupBy("e.account", "e.tax_code")
        .select("e.account", "e.tax_code as code")
        .sum("e.amount as total")) as { account: string; code: string | null; total: string }[]
      return Object.fromEntries(
        rows.map((row) => [[row.account, row.code].filter(Boolean).join(" "), Number(row.total) / -10_000 || 0]),
      )
    }

    it("books a sale at several rates of VAT, net of it, and reverses the same lines", async () => {
      const { data } = await operator(`mutation ($id: ID!) { setProductVatClass(productId: $id, vatClass: REDUCED) }`, {
        id: (await place({ quantities: { mug: 0, lamp: 0 } })).lines[0]!.catalogueProductId,
      })
      expect(data.setProductVatClass).toBe("REDUCED")
      const sold = await place()
      // 40.00 at 5.5 % holds 2.09, 5.00 of delivery at 20 % holds 0.83; commission 5.40 and 15.48 hold 0.90 and 2.58.
      expect(await sums(sold.id)).toEqual({
        provider_clearing: -21490,
        retailer_revenue: 4500 - 209 - 83,
        seller_payable: 3600 + 490 - 540 + 12900 - 1548,
        commission_revenue: 450 + 1290,
        "tax FR:550": 209,
        "tax FR:2000": 83 + 90 + 258,
      })
      await refund(sold, "vat-1", [
        ["T-shirt", 1, 2000],
        ["Tasse", 3, 3600],
      ])
      await refund(sold, "vat-2", [["T-shirt", 1, 2000]])
      expect(await sums(sold.id)).toMatchObject({
        retailer_revenue: 500 - 83,
        commission_revenue: 1290,
        shopper_refunds: 0,
        "tax FR:550": 0,
        "tax FR:2000": 83 + 258,
      })
      const refunds = (await knexOf(container())("marketplace_tax_line")
        .where({ order_id: sold.id, line_id: line(sold, "T-shirt").lineId })
        .orderBy("gross")
        .select("gross", "vat")) as { gross: number; vat: number }[]
      expect(refunds.map((row) => [row.gross, row.vat]).sort((a, b) => b[0]! - a[0]!)).toEqual([
        [4000, 209],
        [-2000, expect.any(Number)],
        [-2000, expect.any(Number)],
      ])
      expect(refunds.reduce((a, row) => a + row.vat, 0)).toBe(0)
      await operator(`mutation ($id: ID!) { setProductVatClass(productId: $id, vatClass: NORMAL) }`, {
        id: line(sold, "T-shirt").catalogueProductId,
      })
    })

    it("keeps a deemed supplier's VAT back from a seller outside the EU, and takes no VAT on its commission", async () => {
      const knex = knexOf(container())
      await knex("marketplace_seller")
        .where("id", shop.sellerB)
        .update({ country_code: "jp", eu_responsible: "Contact SARL, Lyon" })
      try {
        const sold = await place({ quantities: { shirt: 0, mug: 0 } })
        // The stock is in France: whatever the value, the marketplace is the deemed supplier.
        expect(await sums(sold.id)).toEqual({
          provider_clearing: -12900,
          seller_payable: 12900 - 2150 - 1548,
          commission_revenue: 1548,
          "tax FR:2000": 2150,
        })
        await refund(sold, "deemed", [["Lampe", 1, 12900]])
        expect(await sums(sold.id)).toMatchObject({ seller_payable: 0, commission_revenue: 0, "tax FR:2000": 0 })
      } finally {
        await knex("marketplace_seller").where("id", shop.sellerB).update({ country_code: "fr", eu_responsible: null })
      }
    })

    it("asks rules in order and by date, simulates them, remembers who changed what", async () => {
      const input = {
        name: "Noël",
        categoryHandle: "tasses",
        condition: "NEW",
        channel: "WEB",
        rateBps: 500,
        minimum: 100,
        baseShipping: true,
        effectiveFrom: "2030-12-01T00:00:00Z",
        effectiveUntil: "2030-12-27T00:00:00Z",
      }
      const made = await operator(
        `mutation ($input: CommissionRuleInput!) { createCommissionRule(input: $input) { id inForce } }`,
        { input },
      )
      expect(made.data.createCommissionRule.inForce).toBe(false)
      const { id } = made.data.createCommissionRule as { id: string }
      await operator(`mutation ($id: ID!) { moveCommissionRule(id: $id, position: 1) { id } }`, { id })
      const ask = `query ($input: SimulatedSaleInput!) { simulateSale(input: $input) { ruleName
        tried { name matches misses } base { amount } commission { amount } commissionVat { amount } vatTreatment net { amount } } }`
      const sale = { gtin: "3760000000017", unitPrice: 1200, quantity: 3, delivery: 490 }
      const today = await seller(shop.emailA, ask, { input: sale })
      expect(today.data.simulateSale).toMatchObject({
        ruleName: "Maison",
        base: { amount: 3600 },
        commission: { amount: 450 },
        commissionVat: { amount: 90 },
        vatTreatment: "DOMESTIC",
        net: { amount: 4090 - 540 },
      })
      expect(today.data.simulateSale.tried.slice(0, 2)).toEqual([
        { name: "Noël", matches: false, misses: ["PERIOD"] },
        { name: "Luminaires", matches: false, misses: ["CATEGORY"] },
      ])
      const advent = { ...sale, at: "2030-12-24T00:00:00Z" }
      const then = await operator(ask, { input: { ...advent, sellerId: shop.sellerA } })
      expect(then.data.simulateSale).toMatchObject({
        ruleName: "Noël",
        base: { amount: 4090 },
        net: { amount: 4090 - 300 },
      })
      expect((await seller(shop.emailA, ask, { input: { ...sale, sellerId: shop.sellerB } })).code).toBe("NOT_FOUND")

      // A real sale on that day is charged what the simulator said; its delivery comes back with its part of the fee.
      at("2030-12-24T10:00:00Z")
      const sold = await place({ quantities: { shirt: 0, lamp: 0 } })
      expect(line(sold, "Tasse").commission).toMatchObject({ amount: 300, base: 4090 })
      const key = { key: "advent", orderId: sold.id, occurredAt: new Date("2030-12-25T10:00:00Z") }
      const { lineId } = line(sold, "Tasse")
      const goods = { sellerId: shop.sellerA, lineId, quantity: 3, refund: cents(3600), label: "Tasse" }
      const delivery = { sellerId: shop.sellerA, lineId: null, quantity: 0, refund: cents(490), label: "Livraison" }
      const back = await settleRefund(container(), { ...key, shares: [goods, delivery] })
      expect(back.shares).toEqual([{ sellerId: shop.sellerA, refund: 4090, commissionBack: 300, debit: 3790 }])
      expect((await settleRefund(container(), { ...key, shares: [goods, delivery] })).shares).toEqual(back.shares)
      expect(await sums(sold.id)).toMatchObject({ seller_payable: 0, commission_revenue: 0, "tax FR:2000": 0 })

      const unknown = { ...input, effectiveUntil: "2030-11-01T00:00:00Z" }
      const update = `mutation ($id: ID!, $input: CommissionRuleInput!) { updateCommissionRule(id: $id, input: $input) { id } }`
      expect((await operator(update, { id, input: unknown })).code).toBe("BAD_INPUT")
      await operator(update, { id, input: { ...input, rateBps: 700 } })
      await operator(`mutation ($id: ID!) { deleteCommissionRule(id: $id) }`, { id })
      const { data } = await operator(
        `query ($id: ID!) { commissionRuleChanges(ruleId: $id) { total items { action actor fields ruleName } } }`,
        { id },
      )
      expect(data.commissionRuleChanges.items).toEqual([
        { action: "DELETED", actor: "user_1", fields: [], ruleName: "Noël" },
        { action: "UPDATED", actor: "user_1", fields: ["rateBps"], ruleName: "Noël" },
        { action: "MOVED", actor: "user_1", fields: ["position"], ruleName: "Noël" },
        { action: "CREATED", actor: "user_1", fields: [], ruleName: "Noël" },
      ])
    })

    it("bills subscriptions by the day once a month, fees with reasons, and takes them back by a counter-entry", async () => {
      at("2031-01-10T09:00:00Z")
      const owed = () => ledger().owed("seller_payable", shop.sellerA)
      const before = await owed()
      const { data } = await operator(
        `mutation { createPlan(input: { name: "Pro", monthlyPrice: 3100 }) { id monthlyPrice { amount } } }`,
      )
      const planId = data.createPlan.id as string
      const set = `mutation ($seller: ID!, $plan: ID, $from: String, $free: String) {
        setSellerPlan(sellerId: $seller, planId: $plan, from: $from, freeUntil: $free) { planName from until } }`
      const joined = await operator(set, { seller: shop.sellerA, plan: planId, free: "2031-01-21" })
      expect(joined.data.setSellerPlan).toEqual([{ planName: "Pro", from: "2031-01-10", until: null }])
      expect((await operator(set, { seller: shop.sellerA, plan: planId, from: "2031-01-09" })).code).toBe("BAD_INPUT")
      expect(await billSubscriptions(container())).toBe(0)
      at("2031-01-31T22:59:59Z")
      expect(await billSubscriptions(container())).toBe(0)
      at("2031-01-31T23:00:00Z")
      // Free until the 20th, then 11 of 31 days at 31.00: 11.00 and 2.20 of VAT.
      expect(await Promise.all([billSubscriptions(container()), billSubscriptions(container())])).toEqual(
        expect.arrayContaining([1, 0]),
      )
      expect(before - (await owed())).toBe(microsOf(cents(1320)))
      at("2031-03-02T09:00:00Z")
      await operator(set, { seller: shop.sellerA, plan: null })
      expect(await billSubscriptions(container())).toBe(1)
      expect(await billSubscriptions(container())).toBe(0)
      expect(before - (await owed())).toBe(microsOf(cents(1320 + 3720)))

      const charge = `mutation ($input: FeeInput!) { chargeFee(input: $input) { id vat { amount } description(locale: en) } }`
      const input = { sellerId: shop.sellerA, amount: 1000, reason: "Late parcels", idempotencyKey: "p1" }
      const penalty = await operator(charge, { input: { ...input, kind: "PENALTY" } })
      expect(penalty.data.chargeFee).toMatchObject({ vat: { amount: 0 }, description: "Penalty: Late parcels" })
      expect((await operator(charge, { input: { ...input, kind: "PENALTY" } })).data.chargeFee.id).toBe(
        penalty.data.chargeFee.id,
      )
      expect((await operator(charge, { input: { ...input, kind: "SUBSCRIPTION", idempotencyKey: "s" } })).code).toBe(
        "BAD_INPUT",
      )
      expect(
        (await operator(charge, { input: { ...input, kind: "SERVICE", reason: " ", idempotencyKey: "r" } })).code,
      ).toBe("BAD_INPUT")
      const service = await operator(charge, {
        input: { ...input, kind: "SERVICE", reason: "Photos", idempotencyKey: "p2" },
      })
      expect(service.data.chargeFee.vat.amount).toBe(200)
      expect(before - (await owed())).toBe(microsOf(cents(5040 + 1000 + 1200)))
      const undo = `mutation ($id: ID!) { undoFee(id: $id, reason: "Wrong seller") { id net { amount } vat { amount } reverses } }`
      const undone = await operator(undo, { id: service.data.chargeFee.id })
      expect(undone.data.undoFee).toMatchObject({
        net: { amount: -1000 },
        vat: { amount: -200 },
        reverses: service.data.chargeFee.id,
      })
      expect((await operator(undo, { id: service.data.chargeFee.id })).data.undoFee.id).toBe(undone.data.undoFee.id)
      expect((await operator(undo, { id: undone.data.undoFee.id })).code).toBe("CONFLICT")
      expect(before - (await owed())).toBe(microsOf(cents(5040 + 1000)))
      const told = (await knexOf(container())("marketplace_notification")
        .where({ kind: "fee.booked", email: shop.emailA })
        .orderBy("created_at")
        .select("letter")) as { letter: { fr: { subject: string } } }[]
      expect(told.map((each) => each.letter.fr.subject.replace(/\s/g, " "))).toEqual([
        "Une pénalité a été enregistrée : 10,00 €",
        "Des frais ont été enregistrés : 12,00 €",
        "Un avoir a été enregistré : 12,00 €",
      ])

      await operator(`mutation { setHandlingFee(amount: 150) { handlingFee { amount } } }`)
      const handled = { returnId: "ret_1", number: "R-1", orderId: "order_x", settledAt: new Date("2031-03-03") }
      const lines = [
        { sellerId: shop.sellerA, quantity: 2 },
        { sellerId: null, quantity: 9 },
      ]
      for (const _again of [1, 2]) await chargeHandling(container(), { ...handled, lines })
      expect(before - (await owed())).toBe(microsOf(cents(5040 + 1000 + 360)))
      await operator(`mutation { setHandlingFee(amount: 0) { handlingFee { amount } } }`)

      const own = await seller(
        shop.emailA,
        `{ sellerFees(kind: SUBSCRIPTION) { total items { description net { amount } } } }`,
      )
      expect(own.data.sellerFees).toEqual({
        total: 2,
        items: [
          { description: "Abonnement Pro, du 01/02/2031 au 28/02/2031", net: { amount: 3100 } },
          { description: "Abonnement Pro, du 21/01/2031 au 31/01/2031", net: { amount: 1100 } },
        ],
      })
      const foreign = await seller(shop.emailB, `{ sellerFees { total } sellerPlan { current { id } history { id } } }`)
      expect(foreign.data).toEqual({ sellerFees: { total: 0 }, sellerPlan: { current: null, history: [] } })
      await expect(knexOf(container())("marketplace_fee").update({ net: 1 })).rejects.toThrow(/append-only/)
    })

    it("credits a shop with the web sales of its neighbourhood once a month", async () => {
      const locations = container().resolve(Modules.STOCK_LOCATION)
      const place_ = { name: "Lyon", metadata: { gondola: { kind: "shop", shop: "Lyon", role: "sellable" } } }
      const { id: unitId } = await locations.createStockLocations(place_)
      const save = `mutation ($input: UnitTermsInput!) { saveUnitTerms(input: $input) { name postalPrefixes } }`
      const input = { unitId, postalPrefixes: ["69", " 01 "], catchmentBps: 500, pickupBps: 300 }
      expect((await operator(save, { input })).data.saveUnitTerms).toEqual({
        name: "Lyon",
        postalPrefixes: ["69", "01"],
      })
      expect((await operator(save, { input: { ...input, unitId: "nowhere" } })).code).toBe("NOT_FOUND")
      at("2032-05-10T10:00:00Z")
      const sold = await place()
      await refund(sold, "near", [["T-shirt", 1, 2000]])
      // 40.00 less 20.00 back: 16.67 without VAT, 5 % of it.
      const shares = await operator(`{ unitShares(month: "2032-05") { kind base { amount } amount { amount } } }`)
      expect(shares.data.unitShares).toEqual([
        { kind: "CATCHMENT_CREDIT", base: { amount: 1667 }, amount: { amount: 83 } },
      ])
      at("2032-06-01T03:00:00Z")
      expect(await bookUnitResults(container())).toEqual([`catchment_credit:2032-05:${unitId}:EUR`])
      expect(await bookUnitResults(container())).toEqual([])
      expect(await ledger().owed("unit_result", unitId)).toBe(microsOf(cents(83)))
      expect(await ledger().owed("unit_result", "web")).toBe(microsOf(cents(-83)))
    })

    it("shows the operator the whole book: accounts at zero, journals, CSV, in two languages", async () => {
      const sold = await place()
      await refund(sold, "book", [["T-shirt", 1, 2000]])
      const { data } = await operator(
        `{ bookAccounts { account amount { micros currency } entries } bookTaxes { taxCode } }`,
      )
      const accounts = data.bookAccounts as { account: string; amount: { micros: number } }[]
      expect(accounts.reduce((a, each) => a + each.amount.micros, 0)).toBe(0)
      expect(accounts.map((each) => each.account)).toEqual(
        expect.arrayContaining(["tax", "retailer_revenue", "seller_payable", "shopper_refunds"]),
      )
      expect(data.bookTaxes.map((each: { taxCode: string }) => each.taxCode)).toEqual(
        expect.arrayContaining(["FR:2000"]),
      )
      const entries = await operator(
        `{ bookEntries(filter: { account: "tax", kind: "sale_vat" }, pageSize: 5) { total items { journalId party amount { micros } } } }`,
      )
      expect(entries.data.bookEntries.total).toBe(2)
      const { journalId } = entries.data.bookEntries.items[0]
      const opened = await operator(
        `query ($id: ID!) { journal(id: $id) { businessKey orderNumber entries { partyName fr: description en: description(locale: en) amount { micros } } } }`,
        { id: journalId },
      )
      const journal = opened.data.journal as Data
      expect(journal.businessKey).toMatch(/^sale:/)
      expect(journal.entries.reduce((a: number, e: Data) => a + e.amount.micros, 0)).toBe(0)
      expect(journal.entries.map((e: Data) => e.fr)).toContain(`Commande ${journal.orderNumber} : livraison`)
      expect(journal.entries.map((e: Data) => e.en)).toContain(`Order ${journal.orderNumber}: delivery`)
      const csv = await operator(`{ bookCsv(filter: { account: "seller_payable" }, locale: fr) }`)
      const rows = (csv.data.bookCsv as string).trim().split("\r\n")
      const total = rows.slice(1).reduce((a, row) => a + Number(row.split(";")[8]!.replace(",", ".")) * 100, 0)
      const payable = accounts.find((each) => each.account === "seller_payable")!
      expect(Math.round(total) * 10_000).toBe(payable.amount.micros)
      expect((await operator(`{ bookEntries(filter: { account: "nonsense" }) { total } }`)).code).toBe("BAD_INPUT")
      expect((await seller(shop.emailA, `{ bookAccounts { account } }`)).code).toBe("NOT_ALLOWED")
    })
  },
})
