import type { Stripe, StripeElements } from "@stripe/stripe-js"
import { paymentStep } from "./payment-step"

type Confirmed = Awaited<ReturnType<Stripe["confirmPayment"]>>

const BACK = "https://shop.example/fr/checkout/return?cart=cart_1"

function tried(answer: object, fields: object = {}) {
  const asked: unknown[] = []
  const stripe = {
    confirmPayment: (options: unknown) => {
      asked.push(options)
      return Promise.resolve(answer as Confirmed)
    },
  } as unknown as Stripe
  const elements = { submit: () => Promise.resolve(fields) } as unknown as StripeElements
  return { step: paymentStep(stripe, elements, BACK), asked }
}

describe("one try of a card", () => {
  it("asks Stripe nothing while the fields are wrong", async () => {
    const { step, asked } = tried({}, { error: { type: "validation_error", message: "incomplete" } })
    expect(await step).toEqual({ kind: "fields" })
    expect(asked).toEqual([])
  })

  it("confirms where the shopper is, and names the way back for a bank that asks for more", async () => {
    const { step, asked } = tried({ paymentIntent: { status: "requires_capture" } })
    expect(await step).toEqual({ kind: "placed" })
    expect(asked).toMatchObject([{ redirect: "if_required", confirmParams: { return_url: BACK } }])
  })

  it("repeats what the bank says of a card, and keeps other failures to itself", async () => {
    const refused = { error: { type: "card_error", message: "Votre carte a été refusée." } }
    expect(await tried(refused).step).toEqual({ kind: "refused", message: "Votre carte a été refusée." })
    expect(await tried({ error: { type: "api_error", message: "secret inside" } }).step).toEqual({ kind: "refused" })
    expect(await tried({ paymentIntent: { status: "requires_payment_method" } }).step).toEqual({ kind: "refused" })
    expect(await tried({ error: { type: "validation_error" } }).step).toEqual({ kind: "fields" })
  })

  it("takes a payment that another tab has confirmed for confirmed", async () => {
    const late = {
      error: {
        type: "invalid_request_error",
        code: "payment_intent_unexpected_state",
        payment_intent: { status: "requires_capture" },
      },
    }
    expect(await tried(late).step).toEqual({ kind: "placed" })
  })
})
