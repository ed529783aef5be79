import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import {
  createPaymentSessionsWorkflow,
  refundPaymentWorkflow,
  updateRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import Stripe from "stripe"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "./modules/marketplace/resolve"
import { payBasket } from "./orders/pay-basket"
import { placeOrder } from "./orders/place-order"
import { readSoldOrder } from "./orders/sold-order"
import { readTerms, saveTerms } from "./payouts/store/terms-store"
import { StripeDouble } from "./payouts/stripe/testing/stripe-double"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

const SECRET = "whsec_only_for_tests"
const PORT = 21_000 + (process.pid % 20_000)

// Read once, when the application is configured.
Object.assign(process.env, {
  STRIPE_API_KEY: "sk_test_recorded",
  STRIPE_WEBHOOK_SECRET: SECRET,
  STRIPE_PUBLISHABLE_KEY: "pk_test_recorded",
  STRIPE_API_URL: `http://127.0.0.1:${PORT}`,
})

interface Answer {
  readonly status: number
  readonly data: { orderId?: string; code?: string }
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    const double = new StripeDouble(() => new Date())
    let shop: ThreeSellers

    beforeAll(async () => {
      await double.start(PORT)
      shop = await openThreeSellers(container())
    })
    afterAll(async () => {
      await double.stop()
      for (const name of ["STRIPE_API_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_PUBLISHABLE_KEY", "STRIPE_API_URL"])
        delete process.env[name]
    })

    const orders = async () => (await knexOf(container())("marketplace_placed_order").pluck("order_id")) as string[]
    const opened = async () => {
      const cartId = await fillBasket(container(), shop)
      const payment = await payBasket(container(), cartId)
      return { cartId, payment, intentId: payment.clientSecret!.replace("_secret", "") }
    }
    const tell = async (type: string, intent: object, secret = SECRET): Promise<Answer> => {
      const payload = JSON.stringify({
        id: `evt_${Math.random()}`,
        object: "event",
        type,
        created: Math.floor(Date.now() / 1000),
        data: { object: intent },
      })
      const header = Stripe.webhooks.generateTestHeaderString({ payload, secret })
      return api
        .post("/hooks/payment/stripe_stripe", payload, {
          headers: { "content-type": "application/json", "stripe-signature": header },
        })
        .catch((error: { response: Answer }) => error.response) as Promise<Answer>
    }

    it("opens one payment over the whole basket, places nothing before the card is confirmed, then captures once", async () => {
      const { cartId, payment, intentId } = await opened()
      // The shop shows the card form, and lets Stripe's script in, by this alone.
      const config = await api.post("/graphql", { query: "{ storefrontConfig { cardPayments } }" })
      expect(config.data).toEqual({ data: { storefrontConfig: { cardPayments: true } } })
      expect(payment).toMatchObject({ provider: "STRIPE", publishableKey: "pk_test_recorded", authorised: false })
      expect((await payBasket(container(), cartId)).clientSecret).toBe(payment.clientSecret)
      expect(double.intents.get(intentId)).toMatchObject({ amount: 21490, currency: "eur", capture_method: "manual" })
      await expect(placeOrder(container(), cartId)).rejects.toBeTruthy()
      expect(await orders()).toEqual([])

      double.confirm(intentId)
      const [one, two] = await Promise.all([placeOrder(container(), cartId), placeOrder(container(), cartId)])
      expect(two.orderId).toBe(one.orderId)
      expect(double.intents.get(intentId)).toMatchObject({ status: "succeeded", amount_received: 21490 })
      expect(double.calls.filter(({ path }) => path.endsWith("/capture"))).toHaveLength(1)
    })

    it("makes one order when Stripe's message comes before the shopper's click, and from both at once", async () => {
      const { cartId, intentId } = await opened()
      const intent = double.confirm(intentId)
      const early = await tell("payment_intent.amount_capturable_updated", intent)
      expect(early.status).toBe(200)
      const placed = await placeOrder(container(), cartId)
      expect(placed.orderId).toBe(early.data.orderId)

      const second = await opened()
      const held = double.confirm(second.intentId)
      const [message, click] = await Promise.all([
        tell("payment_intent.amount_capturable_updated", held),
        placeOrder(container(), second.cartId),
      ])
      expect(message.data.orderId).toBe(click.orderId)
      // Our own capture is told, too, and changes nothing.
      const after = await tell("payment_intent.succeeded", double.intents.get(second.intentId)!)
      expect(after).toMatchObject({ status: 200, data: { orderId: click.orderId } })
      expect(await orders()).toHaveLength(2)
      expect(double.calls.filter(({ path }) => path === `/v1/payment_intents/${second.intentId}/capture`)).toHaveLength(
        1,
      )
    })

    describe("a payment that the shopper's bank takes back", () => {
      const ledger = () => container().resolve<LedgerModuleService>(LEDGER_MODULE)
      const pockets = async () => ({
        a: (await ledger().owed("seller_payable", shop.sellerA)) / 10_000,
        b: (await ledger().owed("seller_payable", shop.sellerB)) / 10_000,
        loss: (await ledger().owed("loss", null)) / 10_000,
        fees: (await ledger().owed("provider_fees", null)) / 10_000,
        clearing: (await ledger().owed("provider_clearing", null)) / 10_000,
      })
      const sold = async () => {
        const { cartId, intentId } = await opened()
        double.confirm(intentId)
        await placeOrder(container(), cartId)
        return intentId
      }
      const dispute = (payment_intent: string, status: string, fee = 2_000) => ({
        id: `dp_${payment_intent}`,
        object: "dispute",
        amount: 21_490,
        currency: "eur",
        payment_intent,
        status,
        balance_transactions: [{ fee }],
      })
      const moved = (before: Record<string, number>, after: Record<string, number>) =>
        Object.fromEntries(Object.entries(after).map(([key, value]) => [key, value - before[key]!]))

      it("is borne by each trader for its part, once, and given back when the house wins", async () => {
        const intent = await sold()
        const before = await pockets()
        expect((await tell("charge.dispute.created", dispute(intent, "warning_needs_response"))).status).toBe(200)
        expect(await pockets()).toEqual(before)
        expect((await tell("charge.dispute.created", dispute(intent, "needs_response"), "whsec_else")).status).toBe(400)
        expect(await pockets()).toEqual(before)
        await tell("charge.dispute.funds_withdrawn", dispute(intent, "needs_response"))
        await tell("charge.dispute.created", dispute(intent, "under_review"))
        const held = await pockets()
        expect(moved(before, held)).toEqual({ a: -4_090, b: -12_900, loss: -4_500, fees: -2_000, clearing: 23_490 })
        const letters = await knexOf(container())("marketplace_notification").where("kind", "chargeback.open")
        expect(letters).toHaveLength(2)
        await tell("charge.dispute.closed", dispute(intent, "lost"))
        expect(await pockets()).toEqual(held)

        const second = await sold()
        const between = await pockets()
        // The end overtakes the beginning, and is told twice.
        for (const type of ["closed", "created", "closed"])
          await tell(`charge.dispute.${type}`, dispute(second, "won", 500))
        expect(moved(between, await pockets())).toEqual({ a: 0, b: 0, loss: 0, fees: -500, clearing: 500 })
        expect(await tell("charge.dispute.created", dispute("pi_of_somebody", "needs_response"))).toMatchObject({
          status: 200,
        })
      })

      it("is borne by the house where the operator says so, and by nobody who gave its part back", async () => {
        const terms = { ...(await readTerms(knexOf(container()))), chargebackBearer: "HOUSE" as const }
        await saveTerms(knexOf(container()), terms, { by: "user_1", at: new Date() })
        const before = await pockets()
        const intent = await sold()
        const sale = await pockets()
        await tell("charge.dispute.created", dispute(intent, "needs_response", 0))
        expect(moved(sale, await pockets())).toEqual({ a: 0, b: 0, loss: -21_490, fees: 0, clearing: 21_490 })
        expect(before.fees).toBe(sale.fees)
      })
    })

    it("believes no forged message", async () => {
      const { intentId } = await opened()
      const intent = double.confirm(intentId)
      const forged = await tell("payment_intent.amount_capturable_updated", intent, "whsec_somebody_else")
      expect(forged).toMatchObject({ status: 400, data: { code: "WEBHOOK_SIGNATURE" } })
      expect(await orders()).toEqual([])
    })

    it("sells nothing through a session of the provider that asks for nothing", async () => {
      const { cartId } = await opened()
      const collection = (await knexOf(container())("cart_payment_collection").where("cart_id", cartId).first()) as {
        payment_collection_id: string
      }
      const input = { payment_collection_id: collection.payment_collection_id, provider_id: "pp_system_default" }
      const headers = { "x-publishable-api-key": shop.setup.publishableKey }
      const asked = api.post(`/store/payment-collections/${input.payment_collection_id}/payment-sessions`, input, {
        headers,
      })
      await expect(asked).rejects.toMatchObject({ response: { status: 400 } })
      // A shop that was opened before cards were turned on: its region knows the other provider only.
      await updateRegionsWorkflow(container()).run({
        input: { selector: { id: shop.setup.regionId }, update: { payment_providers: ["pp_system_default"] } },
      })
      await createPaymentSessionsWorkflow(container()).run({ input })
      await expect(placeOrder(container(), cartId)).rejects.toBeTruthy()
      expect(await orders()).toEqual([])
      const payment = await payBasket(container(), cartId)
      double.confirm(payment.clientSecret!.replace("_secret", ""))
      await placeOrder(container(), cartId)
      expect(await orders()).toHaveLength(1)
    })

    it("refunds at Stripe what is refunded here", async () => {
      const { cartId, intentId } = await opened()
      double.confirm(intentId)
      const { orderId } = await placeOrder(container(), cartId)
      const { capturedPaymentIds } = await readSoldOrder(container(), orderId)
      await refundPaymentWorkflow(container()).run({ input: { payment_id: capturedPaymentIds[0]!, amount: 12 } })
      expect(double.refunds.at(-1)).toMatchObject({ amount: 1200, payment_intent: intentId })
    })
  },
})
