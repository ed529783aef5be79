import { type ExecutionResult, graphql } from "graphql"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents, CLOCK, composeSchema, type GraphqlContext, type SignedIn } from "@gondola/kit"
import { recordStockHour } from "./figures/availability"
import { figuresGraphql } from "./graphql/figure-resolvers"
import { marketplaceGraphql } from "./graphql"
import { portalSearchGraphql } from "./graphql/portal-search-resolvers"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { measureShare } from "./buy-box/measure-share"
import { withCheckDigit } from "./catalogue/gtin"
import { saveOffers } from "./offers/save-offers"
import { openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

const OPERATOR: SignedIn = { actor: "OPERATOR", id: "user_1" }
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

const MUG = withCheckDigit("376000000001")
const GOOD = { condition: "NEW" as const, currency: "EUR", stock: 10, leadTimeDays: 2 }

interface Figure {
  code: string
  currency: string | null
  value: number | null
  previous: number | null
  target: number | null
  days: { day: string; value: number | null }[]
}
interface Rows {
  total: number
  items: { key: string; about: { type: string; id: string } | null; cells: { text?: string; number?: number }[] }[]
}

/** A part of an order as the orders' own code would have left it. */
interface PartFixture {
  order: string
  seller?: string | null
  placed: string
  promised: string
  state?: string
  currency?: string
  goods?: number
  /** Units wanted, and parcels: units, sent, delivered. */
  units?: number
  product?: string
  parcels?: readonly (readonly [number, string | null, string | null])[]
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const schema = composeSchema([marketplaceGraphql, figuresGraphql(), portalSearchGraphql()])
    const time = { now: new Date("2026-03-20T11:00:00Z") }
    let container: MedusaContainer
    let shop: ThreeSellers
    let sellerA: SignedIn

    beforeAll(async () => {
      container = getContainer() as MedusaContainer
      container.register(CLOCK, { resolve: () => ({ now: () => time.now }) } as never)
    })
    beforeEach(async () => {
      time.now = new Date("2026-03-20T11:00:00Z")
      shop = await openThreeSellers(container)
      const [member] = await marketplaceOf(container).listSellerMembers({ email: shop.emailA })
      sellerA = { actor: "SELLER_MEMBER", id: member!.id }
    })

    async function ask<T>(source: string, signedIn: SignedIn | null, agent = BROWSER): Promise<T> {
      const cache = new Map<string, unknown>()
      const contextValue: GraphqlContext = {
        scope: container,
        clock: { now: () => time.now },
        signedIn,
        address: "127.0.0.1",
        header: (name) => (name === "user-agent" ? agent : undefined),
        once: <V>(key: string, make: () => V): V => {
          if (!cache.has(key)) cache.set(key, make())
          return cache.get(key) as V
        },
      }
      const answer = (await graphql({ schema, source, contextValue })) as ExecutionResult<T>
      if (answer.errors) throw answer.errors[0]!.originalError ?? answer.errors[0]!
      return answer.data as T
    }
    const board = async (days = 7, as: SignedIn = OPERATOR): Promise<(code: string, currency?: string) => Figure> => {
      const field = as.actor === "OPERATOR" ? "operatorBoard" : "sellerBoard"
      const answer = await ask<Record<string, { figures: Figure[] }>>(
        `{ ${field}(days: ${days}) { figures { code currency value previous target days { day value } } } }`,
        as,
      )
      return (code, currency) =>
        answer[field]!.figures.find((f) => f.code === code && (!currency || f.currency === currency))!
    }
    const rows = async (code: string, args = "days: 7", as: SignedIn = OPERATOR): Promise<Rows> =>
      (
        await ask<{ figureRows: Rows }>(
          `{ figureRows(code: ${code}, ${args}) { total items { key about { type id } cells { text number } } } }`,
          as,
        )
      ).figureRows

    let numbers = 9000
    async function part(given: PartFixture): Promise<void> {
      const knex = knexOf(container)
      const { order, seller = null, placed, promised, currency = "EUR", goods = 1000, units = 1 } = given
      await knex("marketplace_placed_order")
        .insert({
          order_id: order,
          number: ++numbers,
          currency,
          total: goods,
          email: "a@exemple.fr",
          customer_name: "Camille Durand",
          placed_at: placed,
        })
        .onConflict("order_id")
        .ignore()
      const id = `${order}:${seller ?? "house"}`
      await knex("marketplace_seller_order").insert({
        id,
        order_id: order,
        seller_id: seller,
        state: given.state ?? "ACCEPTED",
        delivery_name: "Standard",
        delivery_total: 0,
        items_total: goods,
        promised_by: promised,
        placed_at: placed,
      })
      await knex("marketplace_seller_order_line").insert({
        line_id: `${id}:1`,
        seller_order_id: id,
        order_id: order,
        product_id: "p",
        variant_id: "v",
        catalogue_product_id: given.product ?? "cp",
        catalogue_variant_id: "cv",
        title: "Tasse",
        category_handles: "[]",
        quantity: units,
        unit_price: 100,
        total: goods,
      })
      for (const [index, [quantity, sent, delivered]] of (given.parcels ?? []).entries()) {
        const parcel = `${id}:p${index}`
        await knex("marketplace_parcel").insert({
          id: parcel,
          seller_order_id: id,
          order_id: order,
          state: delivered ? "delivered" : sent ? "shipped" : "preparing",
          carrier: "Colissimo",
          tracking_number: "X",
          prepared_at: sent ?? placed,
          shipped_at: sent,
          delivered_at: delivered,
        })
        await knex("marketplace_parcel_line").insert({ parcel_id: parcel, line_id: `${id}:1`, quantity })
      }
    }

    it("K1, goods and K19: orders by Paris day, currencies apart, a seller its own part only", async () => {
      const promised = "2026-04-01T10:00:00Z"
      // 23:30 UTC on the 18th is the 19th in Paris.
      await part({ order: "o1", placed: "2026-03-18T23:30:00Z", promised, goods: 3000 })
      await part({ order: "o1", seller: shop.sellerA, placed: "2026-03-18T23:30:00Z", promised, goods: 1000 })
      await part({ order: "o2", seller: shop.sellerB, placed: "2026-03-20T09:00:00Z", promised, goods: 4000 })
      await part({
        order: "o3",
        seller: shop.sellerA,
        placed: "2026-03-20T10:00:00Z",
        promised,
        goods: 500,
        currency: "USD",
      })
      await part({ order: "o4", seller: shop.sellerA, placed: "2026-03-10T10:00:00Z", promised, goods: 700 })
      const figure = await board()
      expect(figure("K1").value).toBeCloseTo(3 / 7)
      expect(figure("K1").previous).toBeCloseTo(1 / 7)
      expect(figure("K1").days.filter((day) => day.value)).toEqual([
        { day: "2026-03-19", value: 1 },
        { day: "2026-03-20", value: 2 },
      ])
      expect(figure("GOODS_SOLD", "EUR")).toMatchObject({ value: 8000, previous: 700 })
      expect(figure("GOODS_SOLD", "USD")).toMatchObject({ value: 500, previous: 0 })
      // 1000 + 4000 of 8000, not the mean of the days' 25 % and 100 %.
      expect(figure("K19", "EUR").value).toBeCloseTo(62.5)
      const own = await board(7, sellerA)
      expect(own("GOODS_SOLD", "EUR").value).toBe(1000)
      expect(own("UNITS_SOLD").value).toBe(2)
      expect(own("K19")).toBeUndefined()

      const all = await rows("K1")
      expect(all.total).toBe(3)
      expect(all.items.map((row) => row.about)).toEqual(["o3", "o2", "o1"].map((id) => ({ type: "ORDER", id })))
      expect(all.items[2]!.cells[3]!.number).toBe(4000)
      expect((await rows("K1", "days: 7, page: 2, pageSize: 2")).items.map((row) => row.key)).toEqual(["o1"])
      expect((await rows("K1", "days: 7, page: 9, pageSize: 2")).total).toBe(3)
      expect((await rows("K1", "days: 7", sellerA)).items.map((row) => row.key)).toEqual(["o3", "o1"])
      await expect(rows("K19", "days: 7", sellerA)).rejects.toMatchObject({ code: "BAD_INPUT" })
      await expect(board(31)).rejects.toMatchObject({ code: "BAD_INPUT" })
    })

    it("K7: delivered by the end of the promised day in Paris, counted once the day is over", async () => {
      const seller = shop.sellerA
      const placed = "2026-03-10T10:00:00Z"
      const due = { seller, placed, promised: "2026-03-18T10:00:00Z" }
      // Delivered in the evening of the day; the promise names a day, not an hour.
      await part({ ...due, order: "on-time", state: "DELIVERED", parcels: [[1, placed, "2026-03-18T20:00:00Z"]] })
      await part({ ...due, order: "next-day", state: "DELIVERED", parcels: [[1, placed, "2026-03-18T23:30:00Z"]] })
      await part({ ...due, order: "on-its-way", state: "SHIPPED", parcels: [[1, placed, null]] })
      await part({
        ...due,
        order: "half",
        state: "PARTIALLY_SHIPPED",
        units: 2,
        parcels: [[1, placed, "2026-03-12T10:00:00Z"]],
      })
      await part({ ...due, order: "refused", state: "REFUSED" })
      await part({ ...due, order: "today", promised: "2026-03-20T08:00:00Z" })
      await part({ ...due, order: "house", seller: null, promised: "2026-03-19T10:00:00Z" })
      const figure = (await board())("K7")
      expect(figure.value).toBeCloseTo(20)
      expect(figure.days.find((day) => day.day === "2026-03-18")!.value).toBe(25)
      expect(figure.days.find((day) => day.day === "2026-03-20")!.value).toBeNull()
      expect((await board(7, sellerA))("K7").value).toBe(25)
      const late = await rows("K7")
      expect(late.total).toBe(5)
      expect(late.items[4]!.cells[5]!.text).toBe("ON_TIME")
      // The day after, what was due today is counted.
      time.now = new Date("2026-03-20T23:05:00Z")
      expect((await board())("K7").value).toBeCloseTo(100 / 6)
    })

    it("K9: some units but not all sent by the promised day; refused units are not waited for", async () => {
      const placed = "2026-03-10T10:00:00Z"
      const promised = "2026-03-18T10:00:00Z"
      const before = "2026-03-18T20:00:00Z"
      await part({ order: "half", placed, promised, units: 3, parcels: [[2, before, null]] })
      // One part has left whole, the other not at all: the order is partial, the trader is not.
      await part({ order: "two", placed, promised, parcels: [[1, before, null]] })
      await part({ order: "two", seller: shop.sellerA, placed, promised: "2026-03-17T10:00:00Z" })
      await part({
        order: "whole",
        placed,
        promised,
        units: 2,
        parcels: [
          [1, placed, null],
          [1, before, null],
        ],
      })
      await part({ order: "none", placed, promised, units: 2, parcels: [[2, "2026-03-19T00:30:00Z", null]] })
      await part({ order: "less", seller: shop.sellerA, placed, promised, units: 3, parcels: [[2, before, null]] })
      await knexOf(container)("marketplace_redress").insert({
        id: "r1",
        key: "r1",
        order_id: "less",
        seller_order_id: `less:${shop.sellerA}`,
        seller_id: shop.sellerA,
        kind: "REFUSAL",
        by_role: "SELLER",
        by_id: "x",
        reason: "OUT_OF_STOCK",
        amount: 100,
        started_at: placed,
      })
      await knexOf(container)("marketplace_redress_line").insert({
        redress_id: "r1",
        line_id: `less:${shop.sellerA}:1`,
        quantity: 1,
        amount: 100,
      })
      expect((await board())("K9").value).toBeCloseTo(40)
      expect((await rows("K9")).items.map((row) => row.key).sort()).toEqual(["half", "two"])
      expect((await board(7, sellerA))("K9").value).toBe(0)
    })

    it("K8: in-stock SKU-hours over active SKU-hours, an hour once, a missed hour not guessed", async () => {
      const knex = knexOf(container)
      const at = (hour: string) => {
        time.now = new Date(`2026-03-20T${hour}:00Z`)
      }
      at("08:20")
      expect(await recordStockHour(container)).toEqual({ recorded: true })
      expect(await recordStockHour(container)).toEqual({ recorded: false })
      const first = await knex("marketplace_stock_hour").where({ seller_id: shop.sellerA })
      expect(first).toMatchObject([{ active: 1, stocked: 1, hour: new Date("2026-03-20T08:00:00Z") }])
      const house = (await knex("marketplace_stock_hour").where({ seller_id: "" }).first()) as { active: number }
      await knex("inventory_level")
        .whereIn(
          "inventory_item_id",
          knex("marketplace_offer").where({ seller_id: shop.sellerA }).select("inventory_item_id"),
        )
        .update({ stocked_quantity: 0, raw_stocked_quantity: JSON.stringify({ value: "0", precision: 20 }) })
      at("09:01")
      await recordStockHour(container)
      // 10 o'clock is missed: the server was off.
      at("11:59")
      await recordStockHour(container)
      const figure = await board(7, sellerA)
      expect(figure("K8").value).toBeCloseTo(100 / 3)
      const gaps = await rows("K8", "days: 7", sellerA)
      expect(gaps.items[0]!.cells.map((cell) => cell.text ?? cell.number)).toEqual([
        "Tasse",
        "Tasses & Cie",
        2,
        "OUT_OF_STOCK",
      ])
      const stocked = ((await knex("marketplace_stock_hour").sum("stocked as n"))[0] as { n: string }).n
      expect((await board())("K8").value).toBeCloseTo((100 * Number(stocked)) / (3 * (house.active + 2)))
      await knex("inventory_level")
        .whereIn(
          "inventory_item_id",
          knex("marketplace_offer").where({ seller_id: shop.sellerA }).select("inventory_item_id"),
        )
        .update({ stocked_quantity: 5, raw_stocked_quantity: JSON.stringify({ value: "5", precision: 20 }) })
      at("12:00")
      await recordStockHour(container)
      expect((await rows("K8", "days: 7", sellerA)).items[0]!.cells[3]!.text).toBe("IN_STOCK")
    })

    it("K10 and K11: sheets of today, and those with more than two pictures", async () => {
      const knex = knexOf(container)
      const sheets = (await knex("marketplace_product_sheet").whereNull("owner_seller_id").select("product_id")) as {
        product_id: string
      }[]
      const ids = sheets.map((sheet) => sheet.product_id)
      await knex("marketplace_product_sheet").whereIn("product_id", ids).update({ created_at: "2026-03-19T23:30:00Z" })
      await knex("marketplace_product_sheet")
        .where({ product_id: ids[0] })
        .update({ created_at: "2026-03-18T10:00:00Z" })
      const picture = (product: string, at: string, rank: number) => ({
        id: `img_${product}_${rank}`,
        url: "/pictures/y.svg",
        product_id: product,
        rank,
        created_at: at,
        updated_at: at,
      })
      await knex("image").whereIn("product_id", ids).update({ created_at: "2026-03-18T10:00:00Z" })
      await knex("image").insert([
        picture(ids[0]!, "2026-03-18T11:00:00Z", 1),
        picture(ids[0]!, "2026-03-19T11:00:00Z", 2),
        picture(ids[1]!, "2026-03-18T11:00:00Z", 1),
      ])
      const figure = await board()
      expect(figure("K10").value).toBe(2)
      expect(figure("K10").days.find((day) => day.day === "2026-03-18")!.value).toBe(1)
      expect(figure("K11").value).toBeCloseTo(100 / 3)
      expect(
        figure("K11")
          .days.slice(-3)
          .map((day) => day.value),
      ).toEqual([0, 100, expect.closeTo(100 / 3)])
      const poor = await rows("K11")
      expect(poor.items.map((row) => row.cells[2]!.number)).toEqual([1, 2])
      expect((await rows("K10")).total).toBe(3)
    })

    it("K2 and conversion: pages and sessions by day, without anything about the shopper, robots left out", async () => {
      const mug = (await marketplaceOf(container).listOffers({ seller_id: shop.sellerA }))[0]!.catalogue_product_id
      const note = (args: string, agent?: string) =>
        ask<{ notePage: boolean }>(`mutation { notePage(locale: fr, ${args}) }`, null, agent)
      await note("kind: home, entry: true")
      await note("kind: search, entry: false")
      for (let i = 0; i < 4; i++) await note(`kind: product, productId: "${mug}", entry: ${i === 0}`)
      await note(`kind: product, productId: "prod_invented", entry: false`)
      expect((await note("kind: home, entry: true", "Googlebot/2.1 (+http://www.google.com/bot.html)")).notePage).toBe(
        false,
      )
      const sold = { seller: shop.sellerA, promised: "2026-04-01T10:00:00Z", product: mug }
      await part({ ...sold, order: "today", placed: "2026-03-20T10:00:00Z" })
      await part({ ...sold, order: "unseen", placed: "2026-03-18T10:00:00Z" })
      const figure = await board()
      expect(figure("K2").value).toBeCloseTo(2 / 7)
      const own = await board(7, sellerA)
      expect(own("PAGE_VIEWS").value).toBe(4)
      expect(own("OFFER_CONVERSION").value).toBe(25)
      expect(
        (await rows("OFFER_CONVERSION", "days: 7", sellerA)).items[0]!.cells.slice(1).map((c) => c.number),
      ).toEqual([4, 2, 50])
      const columns = Object.keys((await knexOf(container)("marketplace_page_day").first()) as object)
      expect(columns.sort()).toEqual(["day", "kind", "locale", "pages", "sessions"])
      expect(await knexOf(container)("marketplace_product_page_day").where({ product_id: "prod_invented" })).toEqual([])
    })

    it("K20: the middle time to a product, and the share over two minutes, of sessions that agreed", async () => {
      const ids = (await knexOf(container)("marketplace_product_sheet")
        .whereNull("owner_seller_id")
        .orderBy("product_id")
        .pluck("product_id")) as [string, string]
      const find = (seconds: number, productId: string, agent = BROWSER) =>
        ask(`mutation { noteFind(seconds: ${seconds}, productId: "${productId}") }`, null, agent)
      time.now = new Date("2026-03-18T23:30:00Z")
      await find(30, ids[0])
      await find(30, ids[0])
      await find(120, ids[0])
      time.now = new Date("2026-03-20T11:00:00Z")
      await find(121, ids[1])
      await find(600, ids[1])
      await find(5, ids[0], "Googlebot/2.1 (+http://www.google.com/bot.html)")
      await find(5, "prod_of_nobody")
      await expect(find(7201, ids[0])).rejects.toMatchObject({ code: "BAD_INPUT" })
      const figure = await board()
      // 30, 30, 120, 121, 600: not the mean of the days' 30 and 360.5.
      expect(figure("K20")).toMatchObject({ value: 120, previous: null })
      expect(figure("K20").days.filter((day) => day.value !== null)).toEqual([
        { day: "2026-03-19", value: 30 },
        { day: "2026-03-20", value: 360.5 },
      ])
      expect(figure("K20_SLOW").value).toBeCloseTo(40)
      const { items } = await rows("K20")
      expect(items.map(({ about, cells }) => [about?.id, ...cells.slice(1).map((cell) => cell.number)])).toEqual([
        [ids[1], 2, 360.5, 100],
        [ids[0], 3, 30, 0],
      ])
      const columns = (await knexOf(container)("marketplace_find_day").columnInfo()) as object
      expect(Object.keys(columns).sort()).toEqual(["day", "finds", "product_id", "seconds"])
      expect((await board(7, sellerA))("K20")).toBeUndefined()
    })

    it("the buy box: boxes held of boxes with stock, of the retailer and of each seller", async () => {
      await measureShare(container)
      // The retailer holds the T-shirts' box alone; of mugs and lamps it has none in stock.
      expect((await board())("BUY_BOX_SHARE").value).toBe(100)
      await saveOffers(container, shop.sellerB, [
        { ...GOOD, gtin: MUG, sku: "B-MUG", price: cents(1300) },
        { ...GOOD, gtin: MUG, sku: "B-MUG-2", price: cents(1400), condition: "USED_GOOD" },
      ])
      time.now = new Date("2026-03-20T18:00:00Z")
      await measureShare(container)
      await measureShare(container)
      const days = await knexOf(container)("marketplace_buy_box_day")
        .orderBy("boxes")
        .select("seller_id", "boxes", "won")
      // A: 12.00 + 4.90; B: 13.00 + 0, and its used ones beside them are no second box.
      expect(days).toEqual(
        expect.arrayContaining([
          { seller_id: "", boxes: 1, won: 1 },
          { seller_id: shop.sellerA, boxes: 1, won: 0 },
          { seller_id: shop.sellerB, boxes: 2, won: 2 },
        ]),
      )
      expect((await board(7, sellerA))("BUY_BOX_SHARE").value).toBe(0)
      const own = await rows("BUY_BOX_SHARE", "days: 7", sellerA)
      expect(own.items.map((row) => row.cells.map((cell) => cell.text ?? cell.number))).toEqual([
        ["Tasse", "LOST", 1690, 1300, "Lampes du Nord"],
      ])
      const all = await rows("BUY_BOX_SHARE")
      expect(all.items.map((row) => [row.about?.id, ...row.cells.slice(1).map((cell) => cell.number)])).toEqual([
        [shop.sellerB, 2, 2, 100],
        [undefined, 1, 1, 100],
        [shop.sellerA, 1, 0, 0],
      ])
    })

    it("finds orders, sellers, products and offers, a seller its own only", async () => {
      const promised = "2026-04-01T10:00:00Z"
      await part({ order: "mine", seller: shop.sellerA, placed: "2026-03-18T10:00:00Z", promised })
      await part({ order: "theirs", seller: shop.sellerB, placed: "2026-03-19T10:00:00Z", promised })
      const find = async (text: string, as: SignedIn) =>
        (
          await ask<{ portalSearch: { type: string; id: string; title: string }[] }>(
            `{ portalSearch(text: ${JSON.stringify(text)}) { type id title } }`,
            as,
          )
        ).portalSearch.map((hit) => `${hit.type} ${hit.title}`)
      expect(await find("a@exemple.fr", OPERATOR)).toEqual([`ORDER #${numbers}`, `ORDER #${numbers - 1}`])
      expect(await find(`#${numbers}`, OPERATOR)).toEqual([`ORDER #${numbers}`])
      expect(await find(String(numbers - 1), sellerA)).toEqual([`ORDER #${numbers - 1}`])
      expect(await find(`#${numbers}`, sellerA)).toEqual([])
      expect(await find("a@exemple.fr", sellerA)).toEqual([])
      expect(await find("durand", sellerA)).toEqual([`ORDER #${numbers - 1}`])
      expect(await find("lampes", OPERATOR)).toContain("SELLER Lampes du Nord")
      expect(await find("44306184100047", OPERATOR)).toEqual(["SELLER Tasses & Cie"])
      expect(await find("lampe", OPERATOR)).toContain("PRODUCT Lampe")
      expect(await find("B-LA", OPERATOR)).toEqual(["OFFER B-LAMP"])
      expect(await find("B-LA", sellerA)).toEqual([])
      expect(await find("a-mug", sellerA)).toEqual(["OFFER A-MUG"])
      expect(await find("%%", OPERATOR)).toEqual([])
    })

    it("targets are the operator's, and go away again", async () => {
      const set = (value: string) => ask(`mutation { setFigureTarget(code: K7, value: ${value}) }`, OPERATOR)
      await set("97.5")
      expect((await board())("K7").target).toBe(97.5)
      expect((await board(7, sellerA))("K7").target).toBeNull()
      await expect(set("-1")).rejects.toMatchObject({ code: "BAD_INPUT" })
      await set("null")
      expect((await board())("K7").target).toBeNull()
    })
  },
})
