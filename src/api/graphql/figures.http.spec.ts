import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { FigureSource, Period } from "@gondola/marketplace"
import { campaignConversion, campaignTraffic } from "@gondola/sponsored-placement"
import { crossChannel, returnAlert } from "@gondola/store-returns"

jest.setTimeout(240_000)

const PERIOD: Period = {
  days: ["2026-03-18", "2026-03-19", "2026-03-20"],
  from: new Date("2026-03-17T23:00:00Z"),
  to: new Date("2026-03-20T11:00:00Z"),
}
const EVERYTHING = { sellerId: null }
const PAGE = { ...EVERYTHING, page: { page: 1, pageSize: 25, skip: 0, take: 25 } }

/** The figures that other plugins bring to the board, on rows as their own code leaves them. */
medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const container = () => getContainer() as MedusaContainer
    const insert = (table: string, rows: object | object[]) =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)(table).insert(rows)
    const parts = async (figure: FigureSource) =>
      [...(await figure.parts(container(), PERIOD, EVERYTHING))].sort((a, b) => (a.day < b.day ? -1 : 1))
    const cells = async (figure: FigureSource) =>
      (await figure.rows(container(), PERIOD, PAGE)).rows.map((row) =>
        row.cells.map((cell) => cell.text ?? cell.number),
      )

    let numbers = 0
    async function order(placed: string, lines: readonly (readonly [product: string, units: number])[]) {
      const number = ++numbers
      const [id, part] = [`o${number}`, `o${number}:house`]
      const head = { currency: "EUR", email: "a@exemple.fr", customer_name: "Camille Durand", placed_at: placed }
      await insert("marketplace_placed_order", { ...head, order_id: id, number, total: 1000 })
      await insert("marketplace_seller_order", {
        id: part,
        order_id: id,
        seller_id: null,
        state: "ACCEPTED",
        delivery_name: "Standard",
        delivery_total: 0,
        items_total: 1000,
        promised_by: placed,
        placed_at: placed,
      })
      await insert(
        "marketplace_seller_order_line",
        lines.map(([product, quantity], at) => ({
          line_id: `${part}:${at}`,
          seller_order_id: part,
          order_id: id,
          product_id: product,
          variant_id: "v",
          catalogue_product_id: product,
          catalogue_variant_id: "cv",
          title: product,
          category_handles: "[]",
          quantity,
          unit_price: 100,
          total: 100 * quantity,
        })),
      )
      return id
    }

    let clicks = 0
    const click = (campaign: string, product: string, day: string, reason: string | null = null) =>
      insert("sponsored_click", {
        charge_key: `k${++clicks}`,
        auction_id: "a",
        slot: 3,
        ad_id: `ad-${product}`,
        campaign_id: campaign,
        advertiser_id: "adv",
        target_id: "t",
        product_id: product,
        price_micros: 50_000,
        charged: reason === null,
        reason,
        day,
        at: `${day}T10:00:00Z`,
      })

    it("K5 and K6: valid clicks of running campaigns, and the orders that they can have led to", async () => {
      const money = { daily_budget_micros: 9_000_000, lifetime_budget_micros: 90_000_000 }
      const times = { starts_at: "2026-03-01", created_at: "2026-03-01" }
      await insert("sponsored_advertiser", {
        id: "adv",
        name: "Cap Armen",
        payer: "Cap Armen SAS",
        brand: "Cap Armen",
        created_at: "2026-03-01",
      })
      await insert("sponsored_campaign", [
        { id: "runs", advertiser_id: "adv", name: "Printemps", state: "ACTIVE", ends_at: null, ...money, ...times },
        { id: "over", advertiser_id: "adv", name: "Hiver", state: "ACTIVE", ends_at: "2026-03-19", ...money, ...times },
        { id: "rests", advertiser_id: "adv", name: "Pause", state: "PAUSED", ends_at: null, ...money, ...times },
      ])
      for (let n = 0; n < 4; n++) await click("runs", "pull", "2026-03-18")
      await click("runs", "pull", "2026-03-18", "bot")
      await click("runs", "pull", "2026-03-18", "budget_exhausted")
      await click("runs", "pull", "2026-03-20")
      await click("runs", "bonnet", "2026-03-20")
      await click("over", "pull", "2026-03-18")
      await click("rests", "pull", "2026-03-18")
      // Two of the day of the click, one of them twice the product; one of the day between; three on a day of one click.
      await order("2026-03-18T09:00:00Z", [["pull", 2]])
      await order("2026-03-18T22:30:00Z", [
        ["pull", 1],
        ["mug", 1],
      ])
      await order("2026-03-19T09:00:00Z", [["pull", 1]])
      for (let n = 0; n < 3; n++) await order("2026-03-20T09:00:00Z", [["pull", 1]])

      expect(await parts(campaignTraffic)).toEqual([
        { day: "2026-03-18", top: 5 },
        { day: "2026-03-20", top: 2 },
      ])
      expect(await parts(campaignConversion)).toEqual([
        { day: "2026-03-18", top: 2, bottom: 5 },
        { day: "2026-03-20", top: 1, bottom: 2 },
      ])
      expect(await cells(campaignConversion)).toEqual([["Printemps", "Cap Armen", 7, 3, 300 / 7]])
      expect((await cells(campaignTraffic)).map(([name, , valid]) => [name, valid])).toEqual([["Printemps", 7]])
    })

    it("K3: an order crosses by where it is handed over, whichever way", async () => {
      await insert("marketplace_retailer", {
        id: "retailer",
        handle: "travee",
        name: "Travée",
        trader: "{}",
        setup: JSON.stringify({ salesChannelId: "web" }),
      })
      await insert("fulfillment_set", [
        { id: "home", name: "home", type: "shipping" },
        { id: "counter", name: "counter", type: "pickup" },
      ])
      await insert("service_zone", [
        { id: "zh", name: "zh", fulfillment_set_id: "home" },
        { id: "zc", name: "zc", fulfillment_set_id: "counter" },
      ])
      const option = { price_type: "flat", shipping_option_type_id: "sotype" }
      await insert("shipping_option_type", { id: "sotype", label: "x", code: "x" })
      await insert("shipping_option", [
        { id: "by-post", name: "Post", service_zone_id: "zh", ...option },
        { id: "by-hand", name: "Retrait", service_zone_id: "zc", ...option },
      ])
      const at = "2026-03-18T09:00:00Z"
      const soldIn = async (channel: string, delivery: string, state = "ACCEPTED") => {
        const id = await order(at, [["pull", 1]])
        await insert("order", { id, display_id: Number(id.slice(1)), currency_code: "eur", sales_channel_id: channel })
        await container()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)("marketplace_seller_order")
          .where({ order_id: id })
          .update({ shipping_option_id: delivery, state })
        return id
      }
      await soldIn("web", "by-post")
      await soldIn("web", "by-hand")
      await soldIn("web", "by-hand", "CANCELLED")
      await soldIn("till", "by-hand")
      await soldIn("till", "by-post")
      expect(await parts(crossChannel)).toEqual([{ day: "2026-03-18", top: 2, bottom: 5 }])
      expect((await cells(crossChannel)).map((row) => [row[2], row[3]])).toEqual([
        ["SOLD_SHOP", "SENT"],
        ["SOLD_WEB", "PICKED_UP"],
      ])
    })

    it("K3 and K4: orders that came back over a counter, and the product of which too many did", async () => {
      const now = "2026-03-20T10:00:00Z"
      const times = { created_at: now, updated_at: now }
      await insert("store_return_shop", { ...SHOP, ...times })
      await insert("store_return_staff", { ...STAFF, ...times })
      const [back] = [
        await order("2026-03-18T09:00:00Z", [["pull", 40]]),
        await order("2026-03-18T10:00:00Z", [["bonnet", 159]]),
        await order("2026-03-19T10:00:00Z", [["mug", 1]]),
      ]
      await insert("store_return", {
        id: "sr",
        number: "R-1",
        shop_id: "lyon",
        staff_id: "karim",
        clerk_name: "Karim",
        order_id: back,
        order_number: 1,
        currency: "EUR",
        state: "REFUNDED",
        idempotency_key: "k",
        opened_at: now,
        lease_until: now,
        deliveries: "[]",
        settled_at: now,
        ...times,
      })
      await insert("store_return_line", {
        id: "srl",
        store_return_id: "sr",
        position: 0,
        order_line_id: `${back}:house:0`,
        trader_name: "Travée",
        variant_id: "v",
        title: "pull",
        category_handles: "[]",
        quantity: 20,
        basis: "WITHDRAWAL",
        reason: "CHANGED_MIND",
        grade: "G1",
        deduction_percent: 0,
        goods: 2000,
        deduction: 0,
        refund: 2000,
        ...times,
      })
      expect(await parts(crossChannel)).toEqual([
        { day: "2026-03-18", top: 1, bottom: 2 },
        { day: "2026-03-19", top: 0, bottom: 1 },
      ])
      expect((await cells(crossChannel)).map((row) => row[4])).toEqual(["R-1"])
      // 20 of 40 came back where 20 of the category's 200 did: far above 1.5 × 10 %. Only once they were back.
      expect(await parts(returnAlert)).toEqual([
        { day: "2026-03-18", top: 0 },
        { day: "2026-03-19", top: 0 },
        { day: "2026-03-20", top: 1 },
      ])
      const [[title, , units, returned, rate, floor, usual] = []] = await cells(returnAlert)
      expect([title, units, returned, rate, usual]).toEqual(["pull", 40, 20, 50, 10])
      expect(Number(floor)).toBeCloseTo(35.2, 1)
    })
  },
})

const SHOP = {
  id: "lyon",
  handle: "lyon",
  name: "Travée Lyon",
  address: "14 rue des Tisseurs",
  postal_code: "69002",
  city: "Lyon",
  hours: "[]",
  sellable_location_id: "shelf",
  quarantine_location_id: "quarantine",
  cage_location_id: "cage",
}

const STAFF = {
  id: "karim",
  shop_id: "lyon",
  email: "karim@travee.example",
  name: "Karim",
  role: "clerk",
  pin_hash: "x",
}
