import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK } from "@gondola/kit"
import { type Account, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import {
  cancelUnits,
  lateInterestAudit,
  recoverRedress,
  sellerOrderHead,
  watchRefundClocks,
} from "@gondola/marketplace"
import { returnsAudit } from "./audit/returns-audit"
import { databaseOf } from "./settlement/database"
import {
  type Ask,
  deliverEverything,
  EMAIL,
  openWorkedCase,
  PASSWORD,
  PINS,
  type PlacedHere,
  placeWorkedOrder,
  type WorkedCase,
} from "./testing/worked-case"

jest.setTimeout(480_000)

const DAY = 86_400_000
const START = new Date("2026-11-02T10:00:00Z")

interface Owed {
  key: string
  kind: string
  state: string
  orderNumber: number
  owed: { amount: number; currency: string }
  dueAt: string | null
  daysLeft: number | null
  daysLate: number
  interest: { amount: number }
  surchargeBps: number | null
  bearer: string
  refundedAt: string | null
  interestPaidAt: string | null
  interestReference: string | null
}
interface Answer {
  data: Record<string, never>
  errors?: { message: string; extensions?: { code?: string } }[]
}

const OWED = `key kind state orderNumber owed { amount currency } dueAt daysLeft daysLate interest { amount } surchargeBps
  bearer refundedAt interestPaidAt interestReference`
const LIST = `query ($state: RefundClockState, $search: String) { owedRefunds(state: $state, search: $search) { total items { ${OWED} } } }`
const FAULT = `mutation ($key: ID!, $reason: String!) { decideRefundFault(key: $key, bearer: SELLERS, reason: $reason) { ${OWED} } }`
const PAY = `mutation ($key: ID!, $reference: String!) { payLateInterest(key: $key, reference: $reference) { ${OWED} } }`
const SHOPPER = `query ($token: String!) { shopperOrder(accessToken: $token) { refunds { kind daysLate dueAt
  owed { amount } interest { amount } refundedAt interestPaidAt } } }`
const PROOF = `mutation ($id: ID!, $at: DateTime!, $reference: String!) {
  recordDispatchProof(withdrawalId: $id, provedAt: $at, reference: $reference) }`

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const container = () => getContainer() as MedusaContainer
    const knex = () => databaseOf(container())
    const clock = { at: START, now: () => clock.at }
    const onDay = (day: number) => {
      clock.at = new Date(START.getTime() + day * DAY)
    }
    let market: WorkedCase

    const raw = async (query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
      (await api.post("/graphql", { query, variables }, { headers })).data as Answer
    const asking =
      (headers: () => Record<string, string>): Ask =>
      async <T>(query: string, variables?: Record<string, unknown>): Promise<T> => {
        const answer = await raw(query, variables, headers())
        if (answer.errors) throw new Error(JSON.stringify(answer.errors))
        return answer.data as T
      }
    const code = (answer: Answer) => answer.errors?.[0]?.extensions?.code
    const operatorHeaders = (): Record<string, string> => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = {
        actor_id: "user_1",
        actor_type: "user",
        auth_identity_id: "x",
        app_metadata: {},
        user_metadata: {},
      }
      return {
        authorization: `Bearer ${generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })}`,
      }
    }
    const operator = asking(operatorHeaders)
    const guest = asking(() => ({}))
    const owed = (account: Account, party: string | null = null) =>
      (container().resolve(LEDGER_MODULE) as LedgerModuleService).owed(account, party).then((value) => value / 10_000)
    const list = async (variables: Record<string, unknown> = {}) =>
      (await operator<{ owedRefunds: { total: number; items: Owed[] } }>(LIST, variables)).owedRefunds
    const letters = async (kind: string, email?: string) =>
      (await knex()("marketplace_notification")
        .where({ kind, ...(email ? { email } : {}) })
        .orderBy("created_at")) as { letter: { fr: { subject: string; facts: string[][] } } }[]
    const interestRows = () => knex()("marketplace_late_interest").orderBy("booked_at")
    const clean = async () => {
      expect((await lateInterestAudit.run(container())).findings).toEqual([])
      expect((await returnsAudit.run(container())).findings).toEqual([])
      const sums = (await knex()("ledger_entry as e")
        .join("ledger_journal as j", "j.id", "e.journal_id")
        .groupBy("j.currency")
        .sum("e.amount as sum")) as { sum: string }[]
      expect(sums.map(({ sum }) => Number(sum))).toEqual(sums.map(() => 0))
    }
    const cancel = async (placed: PlacedHere, sellerId: string | null) =>
      cancelUnits(
        container(),
        await sellerOrderHead(container(), sellerId, { orderId: placed.orderId }),
        { role: "OPERATOR", id: "user_1" },
        { key: `cancel-${placed.number}`, note: "", lines: null },
      )
    const providerDown = () =>
      jest.spyOn(container().resolve(Modules.PAYMENT), "refundPayment").mockRejectedValue(new Error("the bank is down"))

    beforeAll(async () => {
      container().register(CLOCK, asValue(clock))
      market = await openWorkedCase(container())
    })

    it("tells the operator on day 10, on day 13 and on the first late day, and books interest when a late refund leaves", async () => {
      onDay(0)
      const placed = await placeWorkedOrder(container(), market, guest, { mug: 1 })
      const before = { seller: await owed("seller_payable", market.sellerA), loss: await owed("loss") }
      const down = providerDown()
      expect((await cancel(placed, market.sellerA)).settled).toBe(false)
      const [only] = (await list()).items
      expect(only).toMatchObject({
        kind: "CANCELLATION",
        state: "RUNNING",
        owed: { amount: 1690, currency: "EUR" },
        dueAt: "2026-11-16T22:59:59.999Z",
        daysLeft: 14,
        daysLate: 0,
        interest: { amount: 0 },
      })

      const told: [number, number][] = []
      for (const day of [9, 10, 10.5, 12, 13, 14, 15, 15.2, 20]) {
        onDay(day)
        told.push([day, await watchRefundClocks(container())])
      }
      expect(told.filter(([, count]) => count > 0)).toEqual([
        [10, 1],
        [13, 1],
        [15, 1],
      ])
      expect((await letters("refund.due-soon")).map((each) => each.letter.fr.subject)).toEqual([
        "1 remboursement(s) à payer dans les quatre jours",
        "1 remboursement(s) à payer avant demain soir",
      ])
      expect((await letters("refund.late")).map((each) => each.letter.fr.subject)).toEqual([
        "1 remboursement(s) en retard : les intérêts courent",
      ])
      expect(await interestRows()).toEqual([])

      onDay(15)
      expect((await list({ state: "LATE" })).items[0]).toMatchObject({ daysLate: 1, daysLeft: -1, surchargeBps: null })
      onDay(26)
      expect((await list({ search: String(placed.number) })).items[0]).toMatchObject({
        state: "LATE",
        daysLate: 12,
        surchargeBps: 500,
        interest: { amount: 85 },
      })
      expect((await list({ search: "nobody@" })).total).toBe(0)
      // Whose delay it is: the seller's, with a reason; a stranger decides nothing.
      const key = only!.key
      expect(code(await raw(FAULT, { key, reason: "Le vendeur a bloqué le dossier." }))).toBe("NOT_SIGNED_IN")
      expect(code(await raw(FAULT, { key, reason: "court" }, operatorHeaders()))).toBe("BAD_INPUT")
      expect(code(await raw(FAULT, { key: "redress:x", reason: "Le vendeur a bloqué." }, operatorHeaders()))).toBe(
        "NOT_FOUND",
      )
      const named = await operator<{ decideRefundFault: Owed }>(FAULT, {
        key,
        reason: "Le vendeur a bloqué le dossier.",
      })
      expect(named.decideRefundFault.bearer).toBe("SELLERS")

      await recoverRedress(container())
      expect(await interestRows()).toEqual([])
      down.mockRestore()
      await recoverRedress(container())
      await recoverRedress(container())
      await watchRefundClocks(container())
      const rows = await interestRows()
      expect(rows).toMatchObject([
        { key, owed: 1690, days_late: 12, amount: 85, bearer: "SELLERS", surcharge_bps: 500 },
      ])
      expect(await owed("shopper_refunds")).toBe(85)
      // The sale was given back whole, so that the interest alone is left on the seller's account.
      expect((await owed("seller_payable", market.sellerA)) - (before.seller - 1690 + 180)).toBe(-85)
      expect(await owed("loss")).toBe(before.loss)
      const [letter] = await letters("refund.late-interest", EMAIL)
      expect(letter!.letter.fr.facts).toEqual(
        expect.arrayContaining([
          ["Jours de retard", "12"],
          ["Intérêts", expect.stringMatching(/^0,85\s€$/)],
        ]),
      )
      expect(await letters("refund.late-interest", "anna@tasses.example")).toHaveLength(1)
      expect(code(await raw(FAULT, { key, reason: "Trop tard pour en décider." }, operatorHeaders()))).toBe(
        "REFUND_PAID",
      )
      await clean()

      expect((await list({ state: "INTEREST_DUE" })).items[0]).toMatchObject({ key, interest: { amount: 85 } })
      expect(code(await raw(PAY, { key, reference: "x" }, operatorHeaders()))).toBe("BAD_INPUT")
      for (const reference of ["SEPA-0042", "SEPA-0043"]) {
        const { payLateInterest } = await operator<{ payLateInterest: Owed }>(PAY, { key, reference })
        expect(payLateInterest).toMatchObject({ state: "PAID_LATE", interestReference: "SEPA-0042" })
      }
      expect([await owed("shopper_refunds"), await owed("bank")]).toEqual([0, 85])
      expect(await letters("refund.late-interest", EMAIL)).toHaveLength(2)
      const { shopperOrder } = await guest<{ shopperOrder: { refunds: object[] } }>(SHOPPER, {
        token: placed.accessToken,
      })
      expect(shopperOrder.refunds).toMatchObject([
        { kind: "CANCELLATION", daysLate: 12, owed: { amount: 1690 }, interest: { amount: 85 } },
      ])
      await clean()
      await knex()("marketplace_late_interest").where({ key }).update({ amount: 86 })
      expect((await lateInterestAudit.run(container())).findings).toHaveLength(1)
      await knex()("marketplace_late_interest").where({ key }).update({ amount: 85 })
    })

    it("owes nothing for a refund that left in time, and finds what a crash left unbooked", async () => {
      onDay(0)
      const placed = await placeWorkedOrder(container(), market, guest, { lamp: 1, shirt: 1 })
      const down = providerDown()
      await cancel(placed, market.sellerB)
      down.mockRestore()
      // The last minute of the last day in Paris.
      clock.at = new Date("2026-11-16T22:59:00Z")
      await recoverRedress(container())
      expect(await interestRows()).toEqual([])
      expect((await list()).items.filter((each) => each.orderNumber === placed.number)).toEqual([])

      const other = await placeWorkedOrder(container(), market, guest, { lamp: 1 })
      await cancel(other, market.sellerB)
      await knex()("marketplace_redress")
        .where({ order_id: other.orderId })
        .update({ started_at: new Date(clock.at.getTime() - 40 * DAY) })
      const losses = await owed("loss")
      await watchRefundClocks(container())
      await watchRefundClocks(container())
      // In summer time it was the next day: 25 days late, 10 % of 129.00 €, borne by the house.
      expect(await interestRows()).toHaveLength(1)
      expect((await interestRows())[0]).toMatchObject({ days_late: 25, amount: 1290, bearer: "HOUSE" })
      expect(await owed("loss")).toBe(losses - 1290)
      await clean()
    })

    it("waits for declared goods or the proof that they were sent, then counts from that day", async () => {
      onDay(0)
      const withdrawn = async () => {
        const placed = await placeWorkedOrder(container(), market, guest, { lamp: 1 })
        await deliverEverything(container(), placed.orderId)
        const { shopperOrder } = await guest<{ shopperOrder: { withdrawal: { lines: { lineId: string }[] } } }>(
          `query ($token: String!) { shopperOrder(accessToken: $token) { withdrawal { lines { lineId } } } }`,
          { token: placed.accessToken },
        )
        const lines = [{ lineId: shopperOrder.withdrawal.lines[0]!.lineId, quantity: 1 }]
        const { declareWithdrawal } = await guest<{ declareWithdrawal: { id: string } }>(
          `mutation ($token: String!, $lines: [WithdrawalLineInput!]!) { declareWithdrawal(accessToken: $token, lines: $lines) { id } }`,
          { token: placed.accessToken, lines },
        )
        return { placed, lines, id: declareWithdrawal.id }
      }
      const [patient, proved] = [await withdrawn(), await withdrawn()]
      const ofOrder = async (placed: PlacedHere) => (await list({ search: String(placed.number) })).items
      expect(await ofOrder(patient.placed)).toMatchObject([
        { kind: "WITHDRAWAL", state: "WAITING_FOR_GOODS", owed: { amount: 12900 }, dueAt: null, daysLeft: null },
      ])

      onDay(5)
      const proof = { id: proved.id, at: clock.at.toISOString(), reference: "Colissimo 6A123" }
      expect(code(await raw(PROOF, proof))).toBe("NOT_SIGNED_IN")
      const bad = async (over: object) => code(await raw(PROOF, { ...proof, ...over }, operatorHeaders()))
      expect(await bad({ id: "wdr_nobody" })).toBe("NOT_FOUND")
      expect(await bad({ at: new Date(clock.at.getTime() + DAY).toISOString() })).toBe("BAD_INPUT")
      expect(await bad({ at: new Date(START.getTime() - DAY).toISOString() })).toBe("BAD_INPUT")
      await operator(PROOF, proof)
      await operator(PROOF, { ...proof, reference: "another" })
      expect(await ofOrder(proved.placed)).toMatchObject([
        { state: "RUNNING", daysLeft: 9, dueAt: "2026-11-16T22:59:59.999Z" },
      ])

      onDay(20)
      await watchRefundClocks(container())
      expect((await ofOrder(proved.placed))[0]).toMatchObject({ state: "LATE", daysLate: 6, interest: { amount: 14 } })
      expect((await ofOrder(patient.placed))[0]).toMatchObject({ state: "WAITING_FOR_GOODS" })

      const before = (await interestRows()).length
      expect(await settleAtDesk(patient)).toEqual({ state: "REFUNDED", lateInterest: null })
      // The clerk reads it where the customer stands.
      expect(await settleAtDesk(proved)).toEqual({
        state: "REFUNDED",
        lateInterest: { daysLate: 6, amount: { amount: 14 } },
      })
      expect(await ofOrder(patient.placed)).toEqual([])
      // 129.00 € × 6.67 % × 6 ÷ 365, and a delay of the house.
      expect(await ofOrder(proved.placed)).toMatchObject([
        { kind: "RETURN", state: "INTEREST_DUE", daysLate: 6, interest: { amount: 14 }, bearer: "HOUSE" },
      ])
      expect(await interestRows()).toHaveLength(before + 1)
      const returns = (await knex()("store_return").where("order_id", patient.placed.orderId)) as {
        refund_due_at: Date
      }[]
      expect(returns[0]!.refund_due_at.toISOString()).toBe("2026-11-22T22:59:59.999Z")
      await clean()
    })

    it("keeps the rates of each half-year with their source, and works out any delay", async () => {
      onDay(0)
      const RATES = `rates { from bps source } current currentKnown`
      const { legalRates } = await operator<{
        legalRates: { rates: { from: string; bps: number }[]; currentKnown: boolean }
      }>(`{ legalRates { ${RATES} } }`)
      expect(legalRates).toMatchObject({ current: "2026-07-01", currentKnown: false })
      expect(legalRates.rates[0]).toMatchObject({ from: "2026-01-01", bps: 667 })
      const SAVE = `mutation ($from: String!, $bps: Int!, $source: String!) { saveLegalRate(from: $from, bps: $bps, source: $source) { ${RATES} } }`
      const draft = { from: "2026-07-01", bps: 700, source: "Arrêté du test, JORF du jour" }
      for (const over of [{ from: "2026-08-01" }, { bps: 10_001 }, { bps: -1 }, { source: "x" }])
        expect(code(await raw(SAVE, { ...draft, ...over }, operatorHeaders()))).toBe("BAD_INPUT")
      const CALCULATE = `query ($paidOn: String!) { lateInterest(amount: 100000, dueOn: "2026-11-01", paidOn: $paidOn) {
        daysLate surchargeBps interest { amount } capped steps { throughDays surchargeBps interest { amount } } } }`
      const on = async (paidOn: string) =>
        (await operator<{ lateInterest: { interest: { amount: number }; steps: object[] } }>(CALCULATE, { paidOn }))
          .lateInterest
      expect((await on("2026-11-11")).interest.amount).toBe(183)
      await operator(SAVE, draft)
      await operator(SAVE, draft)
      expect((await on("2026-11-11")).interest.amount).toBe(192)
      expect(await on("2026-12-05")).toMatchObject({ daysLate: 34, surchargeBps: 2000, interest: { amount: 20_000 } })
      expect((await on("2026-12-05")).steps).toHaveLength(15)
      expect(code(await raw(CALCULATE, { paidOn: "2026-02-30" }, operatorHeaders()))).toBe("BAD_INPUT")
      const FIGURES = `{ refundClockCounts { state count owed { amount } interest { amount } } refundsDueByDay(days: 15) { day count owed { amount } } }`
      const down = providerDown()
      await cancel(await placeWorkedOrder(container(), market, guest, { lamp: 1 }), market.sellerB)
      down.mockRestore()
      const figures = await operator<{ refundClockCounts: object[]; refundsDueByDay: object[] }>(FIGURES)
      expect(figures).toEqual({
        refundClockCounts: [{ state: "RUNNING", count: 1, owed: { amount: 12900 }, interest: { amount: 0 } }],
        refundsDueByDay: [{ day: "2026-11-16", count: 1, owed: { amount: 12900 } }],
      })
    })

    async function settleAtDesk({
      placed,
      lines,
    }: {
      placed: PlacedHere
      lines: { lineId: string }[]
    }): Promise<object> {
      const { data } = await api.post("/auth/shop_staff/emailpass", {
        email: "clara@gondole.example",
        password: PASSWORD,
      })
      const bearer = { authorization: `Bearer ${(data as { token: string }).token}` }
      const { deskUnlock } = await asking(() => bearer)<{ deskUnlock: { token: string } }>(
        `mutation ($pin: String!) { deskUnlock(pin: $pin) { token } }`,
        { pin: PINS.clerk },
      )
      const desk = asking(() => ({ ...bearer, "x-desk-session": deskUnlock.token }))
      await desk(`mutation ($code: String) { deskFind(code: $code) { orderId } }`, { code: placed.accessToken })
      const { openReturn } = await desk<{ openReturn: { id: string } }>(
        `mutation ($orderId: ID!, $key: String!) { openReturn(orderId: $orderId, idempotencyKey: $key) { id } }`,
        { orderId: placed.orderId, key: `late-refund-${placed.number}` },
      )
      const claims = [
        { lineId: lines[0]!.lineId, quantity: 1, basis: "WITHDRAWAL", reason: "CHANGED_MIND", grade: "G1" },
      ]
      await desk(
        `mutation ($id: ID!, $lines: [ReturnLineInput!]!) { quoteReturn(returnId: $id, lines: $lines) { id } }`,
        {
          id: openReturn.id,
          lines: claims,
        },
      )
      const { settleReturn } = await desk<{ settleReturn: object }>(
        `mutation ($id: ID!) { settleReturn(returnId: $id, signature: "C. Durand") {
          state lateInterest { daysLate amount { amount } } } }`,
        { id: openReturn.id },
      )
      return settleReturn
    }
  },
})
