import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { type Account, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { CLOCK } from "@gondola/kit"
import { pendingMicros } from "./settlement/pending-difference"
import { storeReturnsOf } from "./modules/store-returns/resolve"
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
import { returnsAudit } from "./audit/returns-audit"

jest.setTimeout(240_000)

const DAY = 86_400_000
const DELIVERED = new Date("2026-11-02T10:00:00Z")
const PHOTO = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]).toString("base64")}`

const RETURN = `id number state orderNumber approvalReason settledAt
  lines { id lineId title ownerName ownerIsRetailer quantity grade refund { amount } disposition bagCode hasPhoto }
  quote { goods { amount } delivery { amount } deduction { amount } total { amount }
    byTrader { traderName isRetailer refund { amount } } }`

interface Line {
  id: string
  lineId: string
  title: string
  refund: { amount: number }
  bagCode: string | null
}
interface Return {
  id: string
  number: string
  state: string
  approvalReason: string | null
  lines: Line[]
  quote: { total: { amount: number }; byTrader: { traderName: string; refund: { amount: number } }[] }
}
type Code = (query: string, variables?: Record<string, unknown>) => Promise<string | undefined>
interface Person {
  ask: Ask
  code: Code
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const container = () => getContainer() as MedusaContainer
    const clock = { at: DELIVERED, now: () => clock.at }
    let market: WorkedCase

    const person = (headers: Record<string, string> = {}): Person => {
      const raw = async (query: string, variables: Record<string, unknown> = {}) => {
        const { data } = await api.post("/graphql", { query, variables }, { headers })
        return data as { data: never; errors?: { message: string; extensions?: { code?: string } }[] }
      }
      return {
        ask: async <T>(query: string, variables?: Record<string, unknown>): Promise<T> => {
          const answer = await raw(query, variables)
          if (answer.errors) throw new Error(JSON.stringify(answer.errors))
          return answer.data
        },
        code: async (query, variables) => (await raw(query, variables)).errors?.[0]?.extensions?.code,
      }
    }
    const signIn = async (email: string, actor: string): Promise<Record<string, string>> => {
      const { data } = await api.post(`/auth/${actor}/emailpass`, { email, password: PASSWORD })
      return { authorization: `Bearer ${data.token}` }
    }
    const unlock = async (email: string, pin: string): Promise<Person> => {
      const bearer = await signIn(email, "shop_staff")
      const answer = await person(bearer).ask<{ deskUnlock: { token: string } }>(
        `mutation ($pin: String!) { deskUnlock(pin: $pin) { token expiresAt clerkName role } }`,
        { pin },
      )
      return person({ ...bearer, "x-desk-session": answer.deskUnlock.token })
    }
    const levels = async (role: "sellable" | "quarantine" | "cage", shop = "lyon") => {
      const [row] = await storeReturnsOf(container()).listShops({ handle: shop })
      const locationId = row![`${role}_location_id`]
      const query = container().resolve(ContainerRegistrationKeys.QUERY)
      const found: number[] = []
      for (const variantId of Object.values(market.variants)) {
        const { data } = await query.graph({
          entity: "variant",
          fields: ["inventory_items.inventory_item_id"],
          filters: { id: variantId },
        })
        const item = (data[0] as unknown as { inventory_items: { inventory_item_id: string }[] }).inventory_items[0]!
        const [level] = await container()
          .resolve(Modules.INVENTORY)
          .listInventoryLevels({ location_id: locationId, inventory_item_id: item.inventory_item_id })
        found.push(Number(level?.stocked_quantity ?? 0))
      }
      return found
    }
    const owed = (account: Account, party: string | null = null) =>
      (container().resolve(LEDGER_MODULE) as LedgerModuleService).owed(account, party).then((value) => value / 10_000)
    const balances = async () => ({
      a: await owed("seller_payable", market.sellerA),
      b: await owed("seller_payable", market.sellerB),
      retailer: await owed("retailer_revenue"),
      commission: await owed("commission_revenue"),
      clearing: await owed("provider_clearing"),
    })
    const DESK_FIND = `mutation ($number: Int, $email: String, $code: String) {
      deskFind(number: $number, email: $email, code: $code) { orderId number customerName withdrawalUntil openReturnId heldBy
        lines { lineId title ownerName ownerIsRetailer ordered returnable alreadyReturned bases note unitPrice { amount } } } }`
    const OPEN = `mutation ($orderId: ID!, $key: String!) { openReturn(orderId: $orderId, idempotencyKey: $key) { ${RETURN} } }`
    const QUOTE = `mutation ($id: ID!, $lines: [ReturnLineInput!]!) { quoteReturn(returnId: $id, lines: $lines) { ${RETURN} } }`
    const SETTLE = `mutation ($id: ID!) { settleReturn(returnId: $id, signature: "C. Durand") { ${RETURN} } }`
    const APPROVE = `mutation ($id: ID!, $pin: String!) { approveReturn(returnId: $id, managerPin: $pin, reason: "Client fidèle") { ${RETURN} } }`
    const DISPOSE = `mutation ($id: ID!, $to: Disposition!) { disposeReturnLine(returnLineId: $id, disposition: $to) { ${RETURN} } }`

    const lineIds = async (placed: PlacedHere, desk: Person): Promise<Record<string, string>> => {
      const { deskFind } = await desk.ask<{ deskFind: { lines: { lineId: string; title: string }[] } }>(DESK_FIND, {
        code: placed.accessToken,
      })
      return Object.fromEntries(deskFind.lines.map((line) => [line.title, line.lineId]))
    }
    const claim = (lineId: string, quantity: number, over: Record<string, unknown> = {}) => ({
      lineId,
      quantity,
      basis: "WITHDRAWAL",
      reason: "CHANGED_MIND",
      grade: "G1",
      ...over,
    })

    beforeAll(async () => {
      container().register(CLOCK, asValue(clock))
      market = await openWorkedCase(container())
    })

    it("takes back the goods of three traders over the counter", async () => {
      clock.at = DELIVERED
      const shopper = person()
      const placed = await placeWorkedOrder(container(), market, shopper.ask)
      expect(placed.total.amount).toBe(21490)
      await deliverEverything(container(), market, placed.orderId)
      const before = await balances()

      clock.at = new Date(DELIVERED.getTime() + 9 * DAY)
      const clara = await unlock("clara@gondole.example", PINS.clerk)
      const { deskFind } = await clara.ask<{
        deskFind: { orderId: string; lines: { lineId: string; title: string; bases: string[]; returnable: number }[] }
      }>(DESK_FIND, { number: placed.number, email: EMAIL.toUpperCase() })
      expect(deskFind.lines.map((l) => [l.title, l.returnable, l.bases[0]])).toEqual([
        ["T-shirt", 2, "WITHDRAWAL"],
        ["Tasse", 3, "WITHDRAWAL"],
        ["Lampe", 1, "WITHDRAWAL"],
      ])
      const [shirt, mug, lamp] = deskFind.lines.map((l) => l.lineId) as [string, string, string]
      const opened = await clara.ask<{ openReturn: Return }>(OPEN, { orderId: placed.orderId, key: "desk-lyon-1" })
      const id = opened.openReturn.id
      const lines = [
        claim(shirt, 1),
        claim(mug, 2),
        claim(lamp, 1, { grade: "G3", deductionPercent: 10, photo: PHOTO, note: "rayure" }),
      ]
      const quoted = await clara.ask<{ quoteReturn: Return }>(QUOTE, { id, lines })
      expect(quoted.quoteReturn).toMatchObject({
        state: "QUOTED",
        quote: {
          goods: { amount: 17300 },
          delivery: { amount: 0 },
          deduction: { amount: 1290 },
          total: { amount: 16010 },
          byTrader: [
            { traderName: "Maison Gondole", isRetailer: true, refund: { amount: 2000 } },
            { traderName: "Lampes du Nord", refund: { amount: 11610 } },
            { traderName: "Tasses & Cie", refund: { amount: 2400 } },
          ],
        },
      })
      expect(await levels("quarantine")).toEqual([0, 0, 0])

      const started = Date.now()
      const settled = await clara.ask<{ settleReturn: Return }>(SETTLE, { id })
      console.log("settle", Date.now() - started, "ms")
      expect(settled.settleReturn.state).toBe("REFUNDED")
      expect(await pendingMicros(container(), placed.orderId)).toBe(0)
      expect(await levels("quarantine")).toEqual([1, 2, 1])
      const after = await balances()
      expect({
        a: before.a - after.a,
        b: before.b - after.b,
        retailer: before.retailer - after.retailer,
        commission: before.commission - after.commission,
        clearing: after.clearing - before.clearing,
      }).toEqual({ a: 2040, b: 10217, retailer: 2000, commission: 360 + 1393, clearing: 16010 })

      const again = await clara.ask<{ settleReturn: Return }>(SETTLE, { id })
      expect(again.settleReturn).toEqual(settled.settleReturn)
      expect(await balances()).toEqual(after)
      expect((await returnsAudit.run(container())).findings).toEqual([])

      const line = (title: string) => settled.settleReturn.lines.find((l) => l.title.startsWith(title))!
      expect(await clara.code(DISPOSE, { id: line("Tasse").id, to: "SELLABLE" })).toBe("DISPOSITION_NOT_ALLOWED")
      await clara.ask(DISPOSE, { id: line("T-shirt").id, to: "SELLABLE" })
      await clara.ask(DISPOSE, { id: line("Tasse").id, to: "CAGE" })
      const done = await clara.ask<{ disposeReturnLine: Return }>(DISPOSE, { id: line("Lampe").id, to: "CAGE" })
      expect(done.disposeReturnLine.state).toBe("DISPOSED")
      expect([await levels("sellable"), await levels("quarantine"), await levels("cage")]).toEqual([
        [1, 0, 0],
        [0, 0, 0],
        [0, 2, 1],
      ])
      expect((await returnsAudit.run(container())).findings).toEqual([])
    })
    void lineIds
    void APPROVE
  },
})
