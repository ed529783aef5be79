import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK, type Cents, cents, micros } from "@gondola/kit"
import { credit, debit, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "./modules/marketplace/resolve"
import { placeOrder } from "./orders/place-order"
import { acceptSellerOrder } from "./orders/accept-order"
import { deliverAllParcels } from "./orders/deliver-parcel"
import { sellerOrderHead } from "./orders/seller-order-head"
import { shipParcel } from "./orders/ship-parcel"
import { markPayoutFailed, markPayoutsPaid } from "./payouts/mark-payouts"
import { payOut } from "./payouts/pay-out"
import { registerBankAccount, verifyPayoutAccount } from "./payouts/accounts"
import { finishRuns, openManualRun } from "./payouts/run-payouts"
import { saveOwnTerms } from "./payouts/store/terms-store"
import type { PayoutRow } from "./payouts/store/rows"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

const DAY = 86_400_000
const IBAN = "FR76 3000 6000 0112 3456 7890 189"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const container = () => getContainer() as MedusaContainer
    const ledger = () => container().resolve<LedgerModuleService>(LEDGER_MODULE)
    let shop: ThreeSellers
    // A Tuesday noon in Paris: no payday of itself until the Monday after.
    let now = new Date("2026-12-01T11:00:00Z")
    const later = (days: number) => (now = new Date(now.getTime() + days * DAY))
    let runs = 0

    beforeAll(async () => {
      container().register({ [CLOCK]: asValue({ now: () => now }) })
      shop = await openThreeSellers(container())
    })

    const payouts = async (where: object = {}): Promise<PayoutRow[]> =>
      (await knexOf(container())("marketplace_payout").where(where).orderBy(["created_at", "currency"])) as PayoutRow[]
    const owed = async (seller: string, currency = "EUR") =>
      ((await ledger().owed("seller_payable", seller, { currency })) / 10_000) as Cents
    const runNow = async (sellerId: string | null = null) => {
      const id = await openManualRun(container(), { key: `r${++runs}`, sellerId, by: "user_1" })
      await finishRuns(container())
      return id
    }
    const earn = async (seller: string, amount: number, over: { key: string; currency?: string }) => {
      const side = amount > 0 ? credit : debit
      const other = amount > 0 ? debit : credit
      await ledger().post([
        {
          businessKey: over.key,
          document: { type: "test", id: over.key },
          currency: over.currency ?? "EUR",
          occurredAt: now,
          entries: [
            side("seller_payable", seller, "manual_credit", cents(Math.abs(amount)), "test"),
            other("fee_revenue", null, "manual_credit", cents(Math.abs(amount)), "test"),
          ],
        },
      ])
    }
    const verified = async (seller: string) => {
      await registerBankAccount(container(), seller, IBAN)
      await verifyPayoutAccount(container(), { sellerId: seller, accepted: true, reason: null, by: "user_1" })
    }

    it("pays a sale only after delivery, the return window and a verified account, and only the operator says paid", async () => {
      const { orderId } = await placeOrder(container(), await fillBasket(container(), shop))
      const head = await sellerOrderHead(container(), shop.sellerA, { orderId })
      await acceptSellerOrder(container(), head)
      await runNow()
      expect(await payouts()).toEqual([])

      await shipParcel(container(), head, { carrier: "Colissimo", trackingNumber: "T1", lines: null })
      await deliverAllParcels(container(), head)
      await verified(shop.sellerA)
      later(13.9)
      await runNow()
      expect(await payouts()).toEqual([])

      later(0.2)
      await knexOf(container())("marketplace_payout_account").update({ state: "TO_VERIFY" })
      const blockedRun = await runNow()
      expect(await payouts()).toEqual([])
      const notes = await knexOf(container())("marketplace_payout_run_note").where("run_id", blockedRun)
      expect(notes).toMatchObject([{ seller_id: shop.sellerA, outcome: "BLOCKED", reasons: ["ACCOUNT"] }])

      await knexOf(container())("marketplace_payout_account").update({ state: "VERIFIED" })
      const due = await owed(shop.sellerA)
      expect(due).toBeGreaterThan(0)
      await Promise.all([runNow(), runNow(), payOut(container())])
      const [payout, ...others] = await payouts({ seller_id: shop.sellerA })
      expect(others).toEqual([])
      expect(payout).toMatchObject({ state: "TO_PAY", amount: String(due), last4: "0189" })
      expect(await owed(shop.sellerA)).toBe(due)

      const paid = { ids: [payout!.id], reference: "SEPA-1", by: "user_1" }
      await Promise.all([markPayoutsPaid(container(), paid), markPayoutsPaid(container(), paid)])
      expect(await owed(shop.sellerA)).toBe(0)
      await runNow()
      expect(await payouts({ seller_id: shop.sellerA })).toHaveLength(1)
    })

    it("owes again what the bank sends back, nets it with a debt, and pays the rest next time", async () => {
      await verified(shop.sellerA)
      await earn(shop.sellerA, 5_000, { key: "a1" })
      await runNow(shop.sellerA)
      const [first] = await payouts({ seller_id: shop.sellerA })
      await markPayoutsPaid(container(), { ids: [first!.id], reference: "SEPA-1", by: "user_1" })
      const back = { id: first!.id, reason: "Compte clos", by: "user_1" }
      await markPayoutFailed(container(), back)
      await markPayoutFailed(container(), back)
      expect(await owed(shop.sellerA)).toBe(Number(first!.amount))
      await earn(shop.sellerA, -700, { key: "penalty-1" })
      await runNow(shop.sellerA)
      const [second] = await payouts({ seller_id: shop.sellerA, state: "TO_PAY" })
      expect(Number(second!.amount)).toBe(Number(first!.amount) - 700)
      await expect(
        markPayoutsPaid(container(), { ids: [first!.id], reference: "x", by: "user_1" }),
      ).rejects.toMatchObject({
        code: "PAYOUT_STATE",
      })
      // Not executed by the bank: the claims are free, the next run takes them again.
      await markPayoutFailed(container(), { id: second!.id, reason: "Ordre rejeté", by: "user_1" })
      await runNow(shop.sellerA)
      const [third] = await payouts({ seller_id: shop.sellerA, state: "TO_PAY" })
      expect(third).toMatchObject({ amount: second!.amount, entries: second!.entries })
      await markPayoutsPaid(container(), { ids: [third!.id], reference: "SEPA-2", by: "user_1" })
      expect(await owed(shop.sellerA)).toBe(0)
    })

    it("has a minimum and a reserve of each currency", async () => {
      await verified(shop.sellerB)
      const dollars = { currency: "USD", minimum: cents(5_000), reserveTarget: cents(0) }
      const own = {
        schedule: null,
        minimum: cents(500),
        holdDays: null,
        reserveTarget: cents(3_000),
        pausedReason: null,
      }
      const author = { by: "user_1", at: now }
      await saveOwnTerms(knexOf(container()), shop.sellerB, { ...own, currencies: [dollars], ...author })
      await earn(shop.sellerB, 10_000, { key: "c1" })
      await earn(shop.sellerB, 4_000, { key: "c2", currency: "USD" })
      await runNow(shop.sellerB)
      const paid = async () =>
        (await payouts({ seller_id: shop.sellerB })).map((row) => [row.currency, row.amount, row.reserve_moved])
      expect(await paid()).toEqual([["EUR", "7000", "3000"]])
      await earn(shop.sellerB, 1_000, { key: "c3", currency: "USD" })
      later(1)
      await runNow(shop.sellerB)
      expect(await paid()).toEqual([
        ["EUR", "7000", "3000"],
        ["USD", "5000", "0"],
      ])
    })

    it("makes up once for a payday that fell before the first run", async () => {
      const runs = () => knexOf(container())("marketplace_payout_run").where("kind", "scheduled").select("since_day")
      // A Sunday; the server stands still over Monday, the payday, and starts again on Wednesday.
      now = new Date("2026-11-29T11:00:00Z")
      await payOut(container())
      expect(await runs()).toEqual([])
      await verified(shop.sellerA)
      await earn(shop.sellerA, 5_000, { key: "m1" })
      now = new Date("2026-12-02T11:00:00Z")
      await payOut(container())
      await payOut(container())
      expect(await runs()).toMatchObject([{ since_day: "2026-11-28" }])
      expect(await payouts({ seller_id: shop.sellerA })).toMatchObject([{ amount: "5000" }])
      later(1)
      await payOut(container())
      expect(await runs()).toHaveLength(1)
    })

    it("carries a debt, draws the reserve, keeps currencies apart", async () => {
      await verified(shop.sellerB)
      await saveOwnTerms(knexOf(container()), shop.sellerB, {
        schedule: { kind: "MANUAL" },
        minimum: cents(500),
        holdDays: null,
        reserveTarget: cents(3_000),
        currencies: [],
        pausedReason: null,
        by: "user_1",
        at: now,
      })
      await earn(shop.sellerB, 10_000, { key: "b1" })
      await earn(shop.sellerB, 4_000, { key: "b2", currency: "USD" })
      await runNow(shop.sellerB)
      expect((await payouts({ seller_id: shop.sellerB })).map((row) => [row.currency, row.amount])).toEqual([
        ["EUR", "7000"],
        ["USD", "1000"],
      ])
      const ids = (await payouts({ seller_id: shop.sellerB })).map((row) => row.id)
      await markPayoutsPaid(container(), { ids, reference: "SEPA-3", by: "user_1" })
      expect(await owed(shop.sellerB)).toBe(0)
      await earn(shop.sellerB, -3_400, { key: "b3" })
      await runNow(shop.sellerB)
      expect(await owed(shop.sellerB)).toBe(-400)
      expect(await ledger().owed("seller_reserve", shop.sellerB)).toBe(micros(0))
      expect(await payouts({ seller_id: shop.sellerB, state: "TO_PAY" })).toEqual([])
      await earn(shop.sellerB, 899, { key: "b4" })
      await runNow(shop.sellerB)
      expect(await payouts({ seller_id: shop.sellerB, state: "TO_PAY" })).toEqual([])
      await earn(shop.sellerB, 4_000, { key: "b5" })
      await runNow(shop.sellerB)
      const [last] = await payouts({ seller_id: shop.sellerB, state: "TO_PAY" })
      expect(last).toMatchObject({ amount: "1499", reserve_moved: "3000" })
    })
  },
})
