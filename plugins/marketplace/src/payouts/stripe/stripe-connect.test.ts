import Stripe from "stripe"
import { cents } from "@gondola/kit"
import type { CallingProvider, TransferOrder } from "../provider/provider"
import { compareBooks } from "../compare-books"
import { readStripeEvent } from "./read-event"
import { stripeConnect } from "./stripe-connect"
import { StripeDouble } from "./testing/stripe-double"
import { startStripeMock, STRIPE_MOCK, untilReady } from "./testing/stripe-mock"

const SELLER = { id: "sel_1", name: "Tasses & Cie", email: "anna@tasses.example", countryCode: "fr" }
const ORDER: TransferOrder = { payoutId: "pout_1", accountToken: "acct_1", amount: cents(1234), currency: "EUR" }
const SECRET = "whsec_only_for_tests"

const connect = (address: string, timeoutMs = 400): CallingProvider =>
  stripeConnect({ apiKey: "sk_test_recorded", webhookSecret: SECRET, address, timeoutMs })

describe("Stripe Connect, against recorded shapes", () => {
  const double = new StripeDouble(() => new Date())
  let stripe: CallingProvider

  beforeAll(async () => {
    stripe = connect(await double.start())
  })
  afterAll(() => double.stop())

  it("transfers once a payout, whatever happens to the answer", async () => {
    double.misbehave(/POST \/v1\/transfers$/, "lose")
    expect(await stripe.transfer(ORDER)).toMatchObject({ kind: "unknown" })
    const found = await stripe.findTransfer("pout_1")
    expect(found).toMatch(/^tr_/)
    expect(await stripe.transfer(ORDER)).toEqual({ kind: "done", reference: found })
    expect(double.transfers).toHaveLength(1)
    expect(double.transfers[0]).toMatchObject({ amount: 1234, currency: "eur", transfer_group: "pout_1" })
  })

  it.each([
    ["a silence", "hang" as const, "unknown"],
    ["a server error", { status: 500, code: "api_error" }, "unknown"],
    ["a limit", { status: 429, code: "rate_limit" }, "unknown"],
    ["a fight over the key", { status: 409, code: "idempotency_key_in_use" }, "unknown"],
    ["too little money", { status: 400, code: "balance_insufficient" }, "refused"],
    ["a closed account", { status: 403, code: "account_invalid" }, "refused"],
  ])("calls %s what it is", async (_what, how, kind) => {
    double.misbehave(/POST \/v1\/transfers$/, how)
    const before = double.transfers.length
    expect(await stripe.transfer({ ...ORDER, payoutId: `pout_${kind}_${Math.random()}` })).toMatchObject({ kind })
    expect(double.transfers).toHaveLength(before)
  })

  it("pays to the bank in the seller's name and finds what it asked for", async () => {
    expect(await stripe.findBankPayout(ORDER)).toBeNull()
    const paid = await stripe.payToBank(ORDER)
    expect(paid).toMatchObject({ kind: "done" })
    expect(await stripe.payToBank(ORDER)).toEqual(paid)
    expect(await stripe.findBankPayout(ORDER)).toBe((paid as { reference: string }).reference)
    expect(await stripe.findBankPayout({ ...ORDER, accountToken: "acct_other" })).toBeNull()
    const call = double.calls.filter(({ path, method }) => path === "/v1/payouts" && method === "POST")[0]
    expect(call).toMatchObject({ account: "acct_1", idempotencyKey: "pout_1:bank" })
  })

  it("takes a transfer back once, and compares the books", async () => {
    const transfer = (await stripe.findTransfer("pout_1"))!
    expect(await stripe.findReversal(transfer)).toBeNull()
    const back = await stripe.takeBack(ORDER, transfer)
    expect(await stripe.takeBack(ORDER, transfer)).toEqual(back)
    expect(await stripe.findReversal(transfer)).toBe((back as { reference: string }).reference)
    const moved = []
    for await (const each of stripe.movements(new Date(0), new Date(Date.now() + 5_000))) moved.push(each)
    expect(moved.map(({ kind, payoutId, amount }) => [kind, payoutId, amount])).toEqual([
      ["transfer", "pout_1", 1234],
      ["reversal", "pout_1", -1234],
    ])
    const book = [
      { payoutId: "pout_1", kind: "transfer" as const, amount: 1234, currency: "EUR" },
      { payoutId: "pout_9", kind: "transfer" as const, amount: 500, currency: "EUR" },
    ]
    expect(compareBooks(book, moved).map(({ problem, payoutId }) => [problem, payoutId])).toEqual([
      ["NOT_IN_BOOK", "pout_1"],
      ["NOT_AT_PROVIDER", "pout_9"],
    ])
    expect(compareBooks([{ ...book[0]!, amount: 1233 }], moved.slice(0, 1))).toMatchObject([
      { problem: "AMOUNT", book: 1233, provider: 1234 },
    ])
  })

  it("opens one account a seller, hands the IBAN over and keeps none of it", async () => {
    const token = await stripe.openAccount(SELLER)
    expect(await stripe.openAccount(SELLER)).toBe(token)
    expect(await stripe.onboardingLink(token, { back: "http://b", again: "http://a" })).toContain(token)
    const bank = await stripe.registerBankAccount(SELLER, "FR76 3000 6000 0112 3456 7890 189", token)
    expect(bank.token).toMatch(/^ba_/)
    expect(JSON.stringify(bank)).not.toContain("3000")
    expect(await stripe.readAccount(token)).toMatchObject({
      state: expect.stringMatching(/ONBOARDING|RESTRICTED|VERIFIED/),
    })
  })
})

describe("Stripe's messages", () => {
  const now = new Date("2026-12-01T10:00:00Z")
  const payload = JSON.stringify({
    id: "evt_1",
    object: "event",
    type: "payout.failed",
    account: "acct_1",
    created: now.getTime() / 1000 - 3_600,
    data: {
      object: {
        id: "po_1",
        object: "payout",
        failure_code: "account_closed",
        failure_message: "The bank account has been closed",
        metadata: { gondola_payout: "pout_1" },
      },
    },
  })
  const signed = (at: Date, secret = SECRET, body = payload) =>
    Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: Math.floor(at.getTime() / 1000) })
  const read = (signature: string | undefined, body = payload) =>
    readStripeEvent({ body: Buffer.from(body), signature, secret: SECRET, now })

  it("are believed with a fresh signature over these very bytes only", () => {
    expect(read(signed(now))).toMatchObject({
      id: "evt_1",
      facts: { kind: "bank", payoutId: "pout_1", message: "failed", reason: "The bank account has been closed" },
    })
    const forged = [
      undefined,
      "t=1,v1=abc",
      signed(now, "whsec_somebody_else"),
      signed(new Date(now.getTime() - 301_000)),
    ]
    for (const signature of forged) expect(() => read(signature)).toThrow("not signed")
    expect(() => read(signed(now), payload.replace("pout_1", "pout_2"))).toThrow("not signed")
    expect(read(signed(new Date(now.getTime() - 299_000))).id).toBe("evt_1")
  })

  it("are nobody's business when they name no payout of ours", () => {
    const body = payload.replace('"gondola_payout":"pout_1"', '"x":"y"')
    expect(read(signed(now, SECRET, body), body).facts).toEqual({ kind: "other" })
  })
})

const whereItIs = STRIPE_MOCK ? describe : describe.skip

whereItIs("Stripe Connect, against stripe-mock", () => {
  it("makes no call that Stripe's published API would refuse", async () => {
    const server = await startStripeMock()
    try {
      const stripe = connect(server.address, 10_000)
      const token = await untilReady(() => stripe.openAccount(SELLER))
      expect(token).toMatch(/^acct_/)
      expect(await stripe.onboardingLink(token, { back: "http://b.example", again: "http://a.example" })).toMatch(
        /^https/,
      )
      expect(await stripe.registerBankAccount(SELLER, "FR7630006000011234567890189", token)).toHaveProperty("last4")
      expect(await stripe.readAccount(token)).toHaveProperty("state")
      const order = { ...ORDER, accountToken: token }
      const transfer = await stripe.transfer(order)
      expect(transfer).toMatchObject({ kind: "done", reference: expect.stringMatching(/^tr_/) })
      await stripe.findTransfer(order.payoutId)
      expect(await stripe.payToBank(order)).toMatchObject({ kind: "done", reference: expect.stringMatching(/^po_/) })
      await stripe.findBankPayout(order)
      expect(await stripe.takeBack(order, "tr_1")).toMatchObject({ kind: "done" })
      await stripe.findReversal("tr_1")
      for await (const each of stripe.movements(new Date(0), new Date())) expect(each).toHaveProperty("amount")
    } finally {
      server.stop()
    }
  }, 60_000)
})
