import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import Stripe from "stripe"
import { CLOCK, cents } from "@gondola/kit"
import { credit, debit, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "./modules/marketplace/resolve"
import { payoutAccountOf, payoutOnboardingLink } from "./payouts/accounts"
import { advancePayouts } from "./payouts/advance-payouts"
import { payoutBookAudit, payoutClaimAudit } from "./payouts/claim-checks"
import { markPayoutFailed } from "./payouts/mark-payouts"
import { payOut } from "./payouts/pay-out"
import { PAYOUT_PROVIDER } from "./payouts/provider/provider-of"
import { reconcile } from "./payouts/reconcile"
import { openManualRun } from "./payouts/run-payouts"
import { stripeConnect } from "./payouts/stripe/stripe-connect"
import { StripeDouble } from "./payouts/stripe/testing/stripe-double"
import type { PayoutRow } from "./payouts/store/rows"
import { type CutHow, runUntilCut } from "./testing/cut-at"
import { openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

const SECRET = "whsec_only_for_tests"
const MINUTE = 60_000

interface Answer {
  readonly status: number
  readonly data: Record<string, unknown>
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    const knex = () => knexOf(container())
    const ledger = () => container().resolve<LedgerModuleService>(LEDGER_MODULE)
    let shop: ThreeSellers
    let double: StripeDouble
    let now: Date
    let keys = 0

    beforeAll(async () => {
      now = new Date("2026-12-01T11:00:00Z")
      container().register({ [CLOCK]: asValue({ now: () => now }) })
      shop = await openThreeSellers(container())
    })
    beforeEach(async () => {
      now = new Date("2026-12-01T11:00:00Z")
      double = new StripeDouble(() => now)
      const stripe = {
        apiKey: "sk_test_recorded",
        webhookSecret: SECRET,
        address: await double.start(),
        timeoutMs: 500,
      }
      container().register({ [PAYOUT_PROVIDER]: asValue({ provider: stripeConnect(stripe), stripe }) })
    })
    afterEach(() => double.stop())

    const later = (minutes: number) => (now = new Date(now.getTime() + minutes * MINUTE))
    const payouts = async () => (await knex()("marketplace_payout").orderBy("created_at")) as PayoutRow[]
    const owed = async (seller = shop.sellerA) => (await ledger().owed("seller_payable", seller)) / 10_000
    const post = async (key: string, amount: number) =>
      ledger().post([
        {
          businessKey: key,
          document: { type: "test", id: key },
          currency: "EUR",
          occurredAt: now,
          entries: [
            (amount > 0 ? credit : debit)(
              "seller_payable",
              shop.sellerA,
              "manual_credit",
              cents(Math.abs(amount)),
              "t",
            ),
            (amount > 0 ? debit : credit)("fee_revenue", null, "manual_credit", cents(Math.abs(amount)), "t"),
          ],
        },
      ])
    const run = () => openManualRun(container(), { key: `k${++keys}`, sellerId: shop.sellerA, by: "user_1" })
    const accountReady = async (): Promise<string> => {
      await payoutOnboardingLink(container(), shop.sellerA, { back: "http://b", again: "http://a" })
      const { token } = (await payoutAccountOf(container(), shop.sellerA))!
      await knex()("marketplace_payout_account").where("seller_id", shop.sellerA).update({ state: "VERIFIED" })
      return token!
    }
    const clean = async () => {
      expect((await payoutClaimAudit.run(container())).findings).toEqual([])
      expect((await payoutBookAudit.run(container())).findings).toEqual([])
      const { rows } = (await knex().raw("select sum(amount) as off from ledger_entry")) as { rows: { off: string }[] }
      expect(Number(rows[0]!.off)).toBe(0)
    }
    const message = (type: string, object: object, over: { id?: string; account?: string; at?: Date } = {}) => ({
      id: over.id ?? `evt_${++keys}`,
      object: "event",
      type,
      account: over.account,
      created: Math.floor((over.at ?? now).getTime() / 1000),
      data: { object },
    })
    const deliver = async (event: object, signature?: string): Promise<Answer> => {
      const payload = JSON.stringify(event)
      const timestamp = Math.floor(now.getTime() / 1000)
      const header = signature ?? Stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET, timestamp })
      return api
        .post("/hooks/payouts/stripe", payload, {
          headers: { "content-type": "application/json", "stripe-signature": header },
        })
        .catch((error: { response: Answer }) => error.response) as Promise<Answer>
    }
    const bankNews = async (kind: "paid" | "failed", over: { id?: string } = {}) => {
      const [row] = await payouts()
      const object = {
        id: row!.bank_reference,
        object: "payout",
        failure_message: kind === "failed" ? "The bank account has been closed" : null,
        metadata: { gondola_payout: row!.id },
      }
      return message(`payout.${kind}`, object, { account: row!.account_token!, ...over })
    }

    it("waits for Stripe's word about the account, then for the bank's about the money", async () => {
      await post("sale", 5_000)
      const url = await payoutOnboardingLink(container(), shop.sellerA, { back: "http://b", again: "http://a" })
      expect(url).toContain("connect.stripe.example")
      const { token } = (await payoutAccountOf(container(), shop.sellerA))!
      await run()
      await payOut(container())
      expect(await payouts()).toEqual([])

      const account = (payouts_enabled: boolean) => ({
        id: token,
        object: "account",
        details_submitted: true,
        payouts_enabled,
        capabilities: { transfers: payouts_enabled ? "active" : "inactive" },
        requirements: { currently_due: payouts_enabled ? [] : ["individual.verification.document"], past_due: [] },
      })
      await deliver(message("account.updated", account(false), { account: token! }))
      expect(await payoutAccountOf(container(), shop.sellerA)).toMatchObject({
        state: "RESTRICTED",
        requirements: ["individual.verification.document"],
      })
      later(5)
      await deliver(message("account.updated", account(true), { account: token! }))
      // Told late: what was true an hour ago changes nothing now.
      const old = message("account.updated", account(false), {
        account: token!,
        at: new Date(now.getTime() - 3_600_000),
      })
      expect((await deliver(old)).status).toBe(200)
      expect(await payoutAccountOf(container(), shop.sellerA)).toMatchObject({ state: "VERIFIED" })

      await run()
      await payOut(container())
      expect(await payouts()).toMatchObject([{ state: "IN_TRANSIT", amount: "5000" }])
      expect(await owed()).toBe(0)
      expect((await ledger().owed("payout_clearing", shop.sellerA)) / 10_000).toBe(5_000)
      await clean()
      const paid = await bankNews("paid")
      expect((await deliver(paid)).status).toBe(200)
      expect((await deliver(paid)).status).toBe(200)
      expect(await payouts()).toMatchObject([{ state: "PAID" }])
      expect(await ledger().owed("payout_clearing", shop.sellerA)).toBe(0)
      await clean()
      expect(
        (
          await reconcile(container(), {
            from: new Date(now.getTime() - 3_600_000),
            to: new Date(now.getTime() + 1_000),
            by: "u",
          })
        ).differences,
      ).toEqual([])
    })

    it("believes no forged, replayed or foreign message, and keeps failed above a late paid", async () => {
      await accountReady()
      await post("sale", 5_000)
      await run()
      await payOut(container())
      const paid = await bankNews("paid")
      expect(await deliver(paid, "t=1,v1=forged")).toMatchObject({ status: 400, data: { code: "WEBHOOK_SIGNATURE" } })
      const replay = Stripe.webhooks.generateTestHeaderString({
        payload: JSON.stringify(paid),
        secret: SECRET,
        timestamp: Math.floor(now.getTime() / 1000) - 301,
      })
      expect((await deliver(paid, replay)).status).toBe(400)
      await deliver({ ...paid, id: "evt_foreign", account: "acct_somebody" })
      expect(await payouts()).toMatchObject([{ state: "IN_TRANSIT" }])

      await deliver(await bankNews("failed"))
      await deliver(paid)
      await payOut(container())
      expect(await payouts()).toMatchObject([{ state: "RETURNED", problem: "The bank account has been closed" }])
      expect(double.reversals).toHaveLength(1)
      expect(await owed()).toBe(5_000)
      await clean()
    })

    it("sends back what the bank returns after it had paid, nets it and pays the rest", async () => {
      await accountReady()
      await post("sale", 5_000)
      await run()
      await payOut(container())
      await deliver(await bankNews("paid"))
      await deliver(await bankNews("failed"))
      await payOut(container())
      expect(await owed()).toBe(5_000)
      await post("penalty", -1_200)
      later(1)
      await run()
      await payOut(container())
      expect(await payouts()).toMatchObject([
        { state: "RETURNED", amount: "5000" },
        { state: "IN_TRANSIT", amount: "3800" },
      ])
      await clean()
    })

    it("keeps the claim while nobody knows, and finds out without moving money twice", async () => {
      await accountReady()
      await post("sale", 5_000)
      await run()
      double.misbehave(/POST \/v1\/transfers$/, "lose")
      await payOut(container())
      expect(await payouts()).toMatchObject([{ state: "SENDING" }])
      expect((await payouts())[0]!.unresolved_since).not.toBeNull()
      await run()
      await payOut(container())
      expect(await payouts()).toHaveLength(1)
      await clean()
      // Stripe is down for hours, the look-up included.
      for (let hours = 0; hours < 4; hours++) {
        later(60)
        double.misbehave(/GET \/v1\/transfers/, { status: 503, code: "api_error" })
        await payOut(container())
        expect(await payouts()).toMatchObject([{ state: "SENDING" }])
      }
      double.behave()
      later(24 * 60)
      await payOut(container())
      expect(await payouts()).toMatchObject([{ state: "IN_TRANSIT", unresolved_since: null }])
      expect([double.transfers.length, double.payouts.length]).toEqual([1, 1])
      await clean()
    })

    it("frees the claims of what Stripe certainly refused", async () => {
      await accountReady()
      await post("sale", 5_000)
      await run()
      double.misbehave(/POST \/v1\/transfers$/, { status: 400, code: "balance_insufficient" })
      await payOut(container())
      expect(await payouts()).toMatchObject([{ state: "REFUSED", problem_code: "balance_insufficient" }])
      await clean()
      later(1)
      await run()
      await payOut(container())
      expect((await payouts())[1]).toMatchObject({ state: "IN_TRANSIT", amount: "5000" })
      await clean()
    })

    it("shows what Stripe moved and the book does not know", async () => {
      await accountReady()
      await post("sale", 5_000)
      await run()
      await payOut(container())
      double.transfers.push({ ...double.transfers[0], id: "tr_by_hand", amount: 700, metadata: {} })
      const span = { from: new Date(now.getTime() - 3_600_000), to: new Date(now.getTime() + 1_000), by: "u" }
      expect((await reconcile(container(), span)).differences).toMatchObject([
        { problem: "NOT_IN_BOOK", provider: 700, book: null },
      ])
    })

    const CUTS: readonly (readonly [string, CutHow])[] = [
      ["run.opened", "abandon"],
      ["run.portion.open", "throw"],
      ["run.portion", "abandon"],
      ["payout.leased", "abandon"],
      ["payout.transfer.answered", "abandon"],
      ["payout.transferred", "abandon"],
      ["payout.bank.answered", "abandon"],
      ["payout.in-transit", "abandon"],
      ["event.received", "throw"],
      ["event.applied", "throw"],
      ["payout.reversal.answered", "abandon"],
      ["payout.returned", "abandon"],
    ]

    it.each(CUTS)("loses and doubles nothing when it dies at %s", async (at, how) => {
      await accountReady()
      await post("sale", 5_000)
      const wholeWay = async () => {
        // The key of the operator's click: pressed again after the crash, it is the same run.
        await openManualRun(container(), { key: `cut-${at}`, sellerId: shop.sellerA, by: "user_1" })
        await payOut(container())
        const [row] = await payouts()
        if (row?.state === "IN_TRANSIT") await deliver(await bankNews("failed", { id: `evt_failed_${at}` }))
        await payOut(container())
      }
      expect([at, await runUntilCut(container(), { at, how }, wholeWay)]).toEqual([at, true])
      for (let times = 0; times < 3; times++) {
        later(10)
        await wholeWay()
        await clean()
      }
      expect(await payouts()).toMatchObject([{ state: "RETURNED", amount: "5000", unresolved_since: null }])
      expect([double.transfers.length, double.payouts.length, double.reversals.length]).toEqual([1, 1, 1])
      expect(await owed()).toBe(5_000)
    })

    it("lets the operator call back what the bank never confirms", async () => {
      await accountReady()
      await post("sale", 5_000)
      await run()
      await payOut(container())
      const [row] = await payouts()
      await markPayoutFailed(container(), { id: row!.id, reason: "Banque muette", by: "user_1" })
      await advancePayouts(container())
      expect(await payouts()).toMatchObject([{ state: "RETURNED" }])
      await clean()
    })
  },
})
