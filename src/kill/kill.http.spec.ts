import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK, cents } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import {
  acceptSellerOrder,
  chargeFee,
  closeLastMonth,
  fillBasket,
  openManualRun,
  openThreeSellers,
  payBasket,
  payoutAccountOf,
  payoutOnboardingLink,
  payOut,
  placeOrder,
  type ProviderEvent,
  readSoldOrder,
  recoverAll,
  receiveProviderEvent,
  refuseLines,
  sellerOrderHead,
  shipParcel,
  StripeDouble,
  type ThreeSellers,
} from "@gondola/marketplace"
import { runAudit } from "../audit/run-audit"
import type { Errand } from "./errand"
import { FiringLine } from "./firing-line"

jest.setTimeout(600_000)

const PORT = 21_000 + (process.pid % 20_000)

// Read once, when the application is configured, and by every process that is to die.
const STRIPE = {
  STRIPE_API_KEY: "sk_test_recorded",
  STRIPE_WEBHOOK_SECRET: "whsec_only_for_tests",
  STRIPE_PUBLISHABLE_KEY: "pk_test_recorded",
  STRIPE_API_URL: `http://127.0.0.1:${PORT}`,
}
Object.assign(process.env, STRIPE)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, dbConfig }) => {
    const container = () => getContainer() as MedusaContainer
    const knex = () => container().resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
    let now = new Date("2026-12-01T11:00:00Z")
    const double = new StripeDouble(() => now)
    const line = new FiringLine(dbConfig.clientUrl)
    let shop: ThreeSellers

    beforeAll(async () => {
      await double.start(PORT)
      container().register({ [CLOCK]: asValue({ now: () => now }) })
      shop = await openThreeSellers(container(), 200)
    })
    beforeEach(() => {
      now = new Date("2026-12-01T11:00:00Z")
      for (const each of [double.transfers, double.reversals, double.payouts, double.refunds, double.calls])
        each.length = 0
      double.intents.clear()
      double.behave()
    })
    afterAll(async () => {
      line.close()
      await double.stop()
      for (const name of Object.keys(STRIPE)) delete process.env[name]
    })

    /** Medusa keeps what its dead processes were at; the runner would wait for them to come to an end. */
    const bury = () =>
      knex()("workflow_execution").whereNotIn("state", ["not_started", "done", "reverted", "failed"]).delete()
    const clean = async () => {
      await bury()
      const { checks } = await runAudit(container())
      expect(checks.flatMap((check) => check.findings)).toEqual([])
    }
    const one = async (sql: string): Promise<number> => {
      const { rows } = (await knex().raw(`select coalesce((${sql}), 0)::float as n`)) as { rows: { n: number }[] }
      return rows[0]!.n
    }
    const basket = async (): Promise<string> => {
      const cartId = await fillBasket(container(), shop)
      const payment = await payBasket(container(), cartId)
      double.confirm(payment.clientSecret!.replace("_secret", ""))
      return cartId
    }
    const sold = async () => readSoldOrder(container(), (await placeOrder(container(), await basket())).orderId)
    /** As the job does it, until a dead lock of Medusa's has run out. */
    const recovered = async () => {
      const open = `select (select count(*) from marketplace_checkout where finished_at is null)
        + (select count(*) from marketplace_parcel where state = 'preparing')
        + (select count(*) from marketplace_redress where settled_at is null)`
      for (let times = 0; times < 20; times++) {
        await recoverAll(container())
        if ((await one(open)) === 0) return
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
    const asked = (on: RegExp, times: number) => () =>
      double.calls.filter((call) => on.test(`${call.method} ${call.path}`)).length >= times

    describe("kill -9 while an order is placed", () => {
      const TOGETHER: readonly (readonly string[])[] = [
        ["checkout.prepared", "checkout.intended", "checkout.completed"],
        ["order.createOrders", "order.captured", "order.saved"],
        ["order.rows", "order.booked", "payment.capturePayment"],
        ["link.create", "cart.updateCarts#2", "payment.authorizePaymentSession"],
        // Alone: it holds the lock of the stock that the others would wait for.
        ["inventory.createReservationItems"],
      ]

      it("leaves one order, one capture and one sale of each basket", async () => {
        const carts: string[] = []
        const die = async (at: readonly string[], until?: () => boolean) => {
          const errands: Errand[] = []
          for (const each of at) errands.push({ work: { do: "place", cartId: await basket() }, at: each })
          carts.push(...errands.map(({ work }) => (work as { cartId: string }).cartId))
          await line.kill(errands, { now, until })
          await recovered()
        }
        for (const at of TOGETHER) await die(at)
        double.calls.length = 0
        for (const how of ["hang", "lose"] as const) double.misbehave(/capture$/, how)
        await die(["no capture", "no answer to it"], asked(/capture$/, 2))
        for (const cartId of carts) await placeOrder(container(), cartId)
        await recovered()
        await clean()
        const n = carts.length
        expect(n).toBe(15)
        expect(await one(`select count(*) from "order" where deleted_at is null`)).toBe(n)
        expect(await one(`select count(*) from marketplace_placed_order`)).toBe(n)
        expect(await one(`select count(*) from ledger_journal where document_type = 'order'`)).toBe(n)
        expect(await one(`select sum(quantity) from reservation_item where deleted_at is null`)).toBe(6 * n)
        expect(await one(`select count(*) from marketplace_checkout where finished_at is null`)).toBe(0)
        const captured = [...double.intents.values()].filter((intent) => intent.status === "succeeded")
        expect(captured.map((intent) => intent.amount_received)).toEqual(Array(n).fill(21_490))
        expect(double.refunds).toEqual([])
      })

      it("leaves a basket that can be ordered where it dies before its payment was opened", async () => {
        const carts = [await fillBasket(container(), shop), await fillBasket(container(), shop)]
        const at = ["payment.opening", "payment.opened"]
        await line.kill(
          carts.map((cartId, index) => ({ work: { do: "place", cartId }, at: at[index]! })),
          { now },
        )
        await recovered()
        for (const cartId of carts) {
          const payment = await payBasket(container(), cartId)
          double.confirm(payment.clientSecret!.replace("_secret", ""))
          await placeOrder(container(), cartId)
        }
        await clean()
        expect(await one(`select count(*) from "order" where deleted_at is null`)).toBe(2)
        expect([...double.intents.values()].filter((intent) => intent.status === "succeeded")).toHaveLength(2)
      })
    })

    describe("kill -9 while a parcel leaves", () => {
      const TOGETHER: readonly (readonly string[])[] = [
        ["parcel.prepared", "parcel.fulfilled", "parcel.moved"],
        ["parcel.shipped", "fulfillment.createFulfillment", "order.registerShipment"],
        ["inventory.adjustInventory", "order.registerFulfillment", "fulfillment.updateFulfillment"],
      ]

      it("leaves one parcel, and takes the stock once", async () => {
        // Each of another trader: a parcel waits for another with the same stock.
        const traders = [shop.sellerA, shop.sellerB, null]
        const parts: { orderId: string; sellerId: string | null }[] = []
        const stock = `select sum(stocked_quantity) from inventory_level where deleted_at is null`
        const before = await one(stock)
        for (const at of TOGETHER) {
          const errands: Errand[] = []
          for (const [index, each] of at.entries()) {
            const part = { orderId: (await sold()).id, sellerId: traders[index]! }
            parts.push(part)
            await acceptSellerOrder(container(), await sellerOrderHead(container(), part.sellerId, part))
            errands.push({ work: { do: "ship", ...part }, at: each })
          }
          await line.kill(errands, { now })
          await recovered()
        }
        for (const { orderId, sellerId } of parts) {
          const head = await sellerOrderHead(container(), sellerId, { orderId })
          if (head.state === "ACCEPTED")
            await shipParcel(container(), head, { carrier: "Colissimo", trackingNumber: "6A2", lines: null })
          const after = await sellerOrderHead(container(), sellerId, { orderId })
          expect([orderId, after.state]).toEqual([orderId, "SHIPPED"])
        }
        await clean()
        const n = parts.length
        expect(await one(`select count(*) from marketplace_parcel`)).toBe(n)
        expect(await one(`select count(*) from fulfillment where deleted_at is null and canceled_at is null`)).toBe(n)
        // Three rounds of 3 mugs, 1 lamp and 2 T-shirts.
        expect(await one(stock)).toBe(before - 18)
      })
    })

    describe("kill -9 while money goes back", () => {
      const TOGETHER: readonly (readonly string[])[] = [
        ["redress.intended", "redress.units", "redress.paid"],
        ["redress.booked", "redress.settled", "payment.refundPayment"],
        ["order.createOrderChange", "order.confirmOrderChange", "order.addOrderTransactions"],
      ]

      it("pays each shopper back once", async () => {
        const orders: string[] = []
        const die = async (at: readonly string[], until?: () => boolean) => {
          const errands: Errand[] = []
          for (const each of at) {
            const { id: orderId } = await sold()
            orders.push(orderId)
            const work = { do: "refuse", sellerId: shop.sellerA, orderId, key: `refuse-${orderId}` } as const
            errands.push({ work, at: each })
          }
          double.calls.length = 0
          await line.kill(errands, { now, until })
          await recovered()
        }
        for (const at of TOGETHER) await die(at)
        for (const how of ["hang", "lose"] as const) double.misbehave(/POST .v1.refunds$/, how)
        await die(["no refund", "no answer to it"], asked(/POST .v1.refunds$/, 2))
        for (const orderId of orders) {
          const head = await sellerOrderHead(container(), shop.sellerA, { orderId })
          const refusal = { key: `refuse-${orderId}`, lines: null, reason: "OUT_OF_STOCK" as const, note: "" }
          await refuseLines(container(), head, { role: "SELLER", id: "mem_1" }, refusal)
        }
        await clean()
        expect(orders).toHaveLength(11)
        expect(double.refunds.map((refund) => refund.amount)).toEqual(orders.map(() => 3_600 + 490))
        expect(new Set(double.refunds.map((refund) => refund.payment_intent)).size).toBe(orders.length)
        expect(await one(`select count(*) from refund where deleted_at is null`)).toBe(orders.length)
        expect(await one(`select count(*) from ledger_journal where document_type = 'refund'`)).toBe(orders.length)
      })
    })

    describe("kill -9 while sellers are paid", () => {
      const POINTS = [
        "run.opened",
        "run.portion.open",
        "run.portion",
        "payout.leased",
        "payout.transfer.answered",
        "payout.transferred",
        "payout.bank.answered",
        "payout.in-transit",
        "event.received",
        "event.applied",
        "payout.reversal.answered",
        "payout.returned",
      ]
      const BACK = POINTS.indexOf("event.received")

      it("asks for one transfer, one bank payout and one reversal of each", async () => {
        const ledger: LedgerModuleService = container().resolve(LEDGER_MODULE)
        await payoutOnboardingLink(container(), shop.sellerA, { back: "http://b", again: "http://a" })
        const { token } = (await payoutAccountOf(container(), shop.sellerA))!
        await knex()("marketplace_payout_account").update({ state: "VERIFIED" })
        for (const [index, at] of POINTS.entries()) {
          const amount = cents(5_000 + index)
          const key = `kill-${index}`
          await chargeFee(container(), {
            key,
            sellerId: shop.sellerA,
            kind: "credit",
            net: amount,
            currency: "EUR",
            reason: "Geste commercial",
            note: { code: "credit", params: { reason: "Geste commercial" } },
            actor: "user_1",
            occurredAt: now,
          })
          const owed = (await ledger.owed("seller_payable", shop.sellerA)) / 10_000
          const forward = async () => {
            await openManualRun(container(), { key, sellerId: shop.sellerA, by: "user_1" })
            await payOut(container())
          }
          const failed = async (): Promise<ProviderEvent> => {
            const row = (await knex()("marketplace_payout").where("state", "IN_TRANSIT").first()) as {
              id: string
              bank_reference: string
            }
            return {
              id: `evt_${key}`,
              type: "payout.failed",
              account: token!,
              objectId: row.bank_reference,
              createdAt: now,
              facts: { kind: "bank", payoutId: row.id, message: "failed", reason: "closed" },
            }
          }
          if (index >= BACK) await forward()
          const event = index >= BACK ? await failed() : undefined
          await line.kill([{ work: { do: "pay", key, sellerId: shop.sellerA, event }, at }], { now })
          for (let times = 0; times < 3; times++) {
            now = new Date(now.getTime() + 600_000)
            await forward()
          }
          await receiveProviderEvent(container(), event ?? (await failed()))
          await forward()
          await clean()
          expect([at, double.transfers.length, double.payouts.length, double.reversals.length]).toEqual([
            at,
            index + 1,
            index + 1,
            index + 1,
          ])
          expect([at, (await ledger.owed("seller_payable", shop.sellerA)) / 10_000]).toEqual([at, owed])
          expect(double.transfers.at(-1)).toMatchObject({ amount: owed })
        }
        expect(await one(`select count(*) from marketplace_payout where state = 'RETURNED'`)).toBe(POINTS.length)
      })
    })

    describe("kill -9 while a month is closed", () => {
      const POINTS = ["billing.opened", "billing.invoiced", "billing.issued", "billing.through"]

      it("bills every entry once, with numbers that have no gap", async () => {
        await sold()
        await sold()
        for (const [index, at] of POINTS.entries()) {
          now = new Date(Date.UTC(2027, index, 3, 11))
          await line.kill([{ work: { do: "bill" }, at }], { now })
          // Its silence is what tells that it died.
          await knex().raw(`update marketplace_billing_run set heartbeat_at = heartbeat_at - interval '3 minutes'`)
          expect(await closeLastMonth(container())).toMatchObject({ state: "done", failures: [] })
          expect(await closeLastMonth(container())).toBeNull()
          await clean()
          const month = now.getUTCMonth()
          expect([at, await one(`select count(*) from ledger_document where kind = 'statement'`)]).toEqual([
            at,
            2 * (month + 1),
          ])
          await sold()
        }
        expect(
          await one(`select count(*) from ledger_entry e where e.kind = 'commission_fee' and e.account = 'seller_payable'
            and not exists (select 1 from ledger_document_entry c where c.entry_id = e.id and c.claim = 'billed')`),
        ).toBe(2)
      })
    })
  },
})
