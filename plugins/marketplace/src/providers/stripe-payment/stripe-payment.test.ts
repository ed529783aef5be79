import { StripeDouble } from "../../payouts/stripe/testing/stripe-double"
import { startStripeMock, STRIPE_MOCK, untilReady } from "../../payouts/stripe/testing/stripe-mock"
import { underMark } from "../../redress/refund-mark"
import { StripePayment } from "./stripe-payment"

const provider = (address: string, timeoutMs: number) =>
  new StripePayment(
    { logger: { warn: () => undefined, error: () => undefined, info: () => undefined, debug: () => undefined } },
    { apiKey: "sk_test_recorded", webhookSecret: "whsec_only_for_tests", address, timeoutMs },
  )
const PAYMENT = { data: { id: "pi_1", currency: "eur" }, amount: 12 }

describe("refunds of cards", () => {
  const double = new StripeDouble(() => new Date(0))
  let stripe: StripePayment

  beforeAll(async () => {
    stripe = provider(await double.start(), 300)
  })
  beforeEach(() => {
    double.refunds.length = 0
    double.behave()
  })
  afterAll(() => double.stop())

  /** Medusa comes back with a new row, and so with a new key, each time. */
  const attempt = (mark: string, times: number) =>
    underMark(mark, () => stripe.refundPayment({ ...PAYMENT, context: { idempotency_key: `ref_${times}` } }))

  it("pays once what is asked for again because the answer was lost", async () => {
    double.misbehave(/POST .v1.refunds$/, "lose")
    await expect(attempt("redress:1", 1)).rejects.toThrow()
    await attempt("redress:1", 2)
    await attempt("redress:1", 3)
    expect(double.refunds).toMatchObject([
      { amount: 1200, payment_intent: "pi_1", metadata: { gondola_refund: "redress:1" } },
    ])
  })

  it("pays when nothing was done, and when another cause asks for the same amount", async () => {
    double.misbehave(/POST .v1.refunds$/, { status: 503, code: "api_error" })
    await expect(attempt("redress:2", 1)).rejects.toThrow()
    await attempt("redress:2", 2)
    await attempt("redress:3", 1)
    expect(double.refunds).toHaveLength(2)
  })

  it("asks for nothing while it cannot find out what was paid", async () => {
    double.misbehave(/GET .v1.refunds$/, { status: 503, code: "api_error" })
    await expect(attempt("redress:4", 1)).rejects.toThrow()
    expect(double.refunds).toEqual([])
  })

  it("leaves a refund without a mark to Medusa's own provider", async () => {
    await stripe.refundPayment({ ...PAYMENT, context: { idempotency_key: "ref_own" } })
    expect(double.refunds).toHaveLength(1)
  })
})

const whereItIs = STRIPE_MOCK ? describe : describe.skip

whereItIs("cards, against stripe-mock", () => {
  it("makes no call that Stripe's published API would refuse", async () => {
    const server = await startStripeMock()
    try {
      const stripe = provider(server.address, 10_000)
      const opened = await untilReady(() =>
        stripe.initiatePayment({
          amount: 214.9,
          currency_code: "eur",
          data: { session_id: "payses_1" },
          context: { idempotency_key: "payses_1" },
        }),
      )
      expect(opened.id).toMatch(/^pi_/)
      const payment = { data: { id: opened.id, currency: "eur" } }
      expect(await stripe.getPaymentStatus(payment)).toHaveProperty("status")
      expect(await stripe.updatePayment({ ...payment, amount: 200, currency_code: "eur" })).toHaveProperty("data")
      expect(await stripe.capturePayment({ ...payment, context: { idempotency_key: "capt_1" } })).toHaveProperty("data")
      expect(await underMark("redress:1", () => stripe.refundPayment({ ...payment, amount: 12 }))).toHaveProperty(
        "data",
      )
      expect(await stripe.cancelPayment(payment)).toHaveProperty("data")
    } finally {
      server.stop()
    }
  }, 60_000)
})
