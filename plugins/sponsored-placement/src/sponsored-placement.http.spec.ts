import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents, CLOCK } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { createCatalogueProducts, saveCategories, setUpRetailer } from "@gondola/marketplace"
import {
  adChargeAudit,
  createAdvertiserWorkflow,
  holdAuction,
  placeSponsored,
  refreshWeights,
  type Shelf,
  sponsoredOf,
  type SponsoredPlacement,
} from "."

jest.setTimeout(240_000)

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
const PASSWORD = "cachalot-bricole-7-lunettes"
const EURO = 1_000_000
const NOON = new Date("2026-11-10T11:00:00Z")

const RETAILER = {
  name: "Maison Gondole",
  countryCode: "fr" as const,
  trader: {
    legalName: "Maison Gondole SAS",
    street: "10 rue de la République",
    postalCode: "69001",
    city: "Lyon",
    email: "contact@gondole.example",
    phone: "+33 4 72 00 00 00",
    registrationNumber: "73282932000074",
    vatNumber: "FR40303265045",
  },
}

interface Caller {
  <T = never>(query: string, variables?: Record<string, unknown>): Promise<T>
  code(query: string, variables?: Record<string, unknown>): Promise<string | undefined>
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const container = () => getContainer() as MedusaContainer
    const clock = { at: NOON, now: () => clock.at }
    const products: Record<string, string> = {}

    const caller = (headers: Record<string, string> = {}): Caller => {
      const raw = async (query: string, variables: Record<string, unknown> = {}) => {
        const options = { headers: { "user-agent": BROWSER, ...headers } }
        const { data } = await api.post("/graphql", { query, variables }, options)
        return data as { data: never; errors?: { message: string; extensions?: { code?: string } }[] }
      }
      const call = async <T>(query: string, variables?: Record<string, unknown>): Promise<T> => {
        const answer = await raw(query, variables)
        if (answer.errors) throw new Error(JSON.stringify(answer.errors))
        return answer.data
      }
      return Object.assign(call, {
        code: async (query: string, variables?: Record<string, unknown>) =>
          (await raw(query, variables)).errors?.[0]?.extensions?.code,
      }) as Caller
    }
    const shopper = caller()
    const brandOf = async (email: string): Promise<Caller> => {
      const { data } = await api.post("/auth/brand_member/emailpass", { email, password: PASSWORD })
      return caller({ authorization: `Bearer ${data.token}` })
    }
    const operator = (): Caller => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: "user_1", actor_type: "user", auth_identity_id: "authid_1", app_metadata: {} }
      const token = generateJwtToken(claims, { secret: http.jwtSecret as string, expiresIn: "1h" })
      return caller({ authorization: `Bearer ${token}` })
    }
    const shelf = (over: Partial<Shelf> = {}): Shelf => ({
      query: "tasse",
      categoryPath: [],
      candidates: Object.values(products).map((productId) => ({ productId, relevance: 0.9 })),
      page: 1,
      pageSize: 24,
      locale: "fr",
      session: null,
      ...over,
    })
    const place = (over: Partial<Shelf> = {}): Promise<SponsoredPlacement[]> => placeSponsored(container(), shelf(over))
    const CLICK = `mutation ($token: String!, $slot: Int!) { clickAd(token: $token, slot: $slot) }`
    const click = (ad: SponsoredPlacement, by = shopper) => by(CLICK, { token: ad.token, slot: ad.slot })
    const rows = (table: string, where: Record<string, unknown> = {}) => sponsoredOf(container()).db(table).where(where)
    const auditIsClean = async () => {
      const outcome = await adChargeAudit.run(container())
      expect(outcome.findings).toEqual([])
      expect(outcome.examined).toBeGreaterThan(0)
    }
    const spent = async (campaignId: string) =>
      Number(((await rows("sponsored_campaign", { id: campaignId }).first()) as { spent_micros: string }).spent_micros)
    let nextSession = 0
    const freshSession = () => `session-${nextSession++}`

    const CREATE = `mutation ($input: CampaignInput!) { createCampaign(input: $input) { id state } }`
    const campaign = (over: Record<string, unknown> = {}) => ({
      name: "Rentrée",
      productIds: [products.blue, products.green],
      targets: [{ kind: "KEYWORD_BROAD", value: "Tasses", bidMicros: 400_000 }],
      dailyBudgetMicros: 5 * EURO,
      lifetimeBudgetMicros: 20 * EURO,
      ...over,
    })
    const openCampaign = async (brand: Caller, over: Record<string, unknown> = {}): Promise<string> => {
      const made = await brand<{ createCampaign: { id: string } }>(CREATE, { input: campaign(over) })
      await operator()(`mutation ($id: ID!) { approveCampaign(id: $id) { state } }`, { id: made.createCampaign.id })
      return made.createCampaign.id
    }
    const topUp = (brand: Caller, amountMicros: number, idempotencyKey: string) =>
      brand<{ topUpWallet: { wallet: { micros: number } } }>(
        `mutation ($amountMicros: SafeInt!, $idempotencyKey: String!) {
          topUpWallet(amountMicros: $amountMicros, idempotencyKey: $idempotencyKey) { wallet { micros } } }`,
        { amountMicros, idempotencyKey },
      )

    const openMarket = async () => {
      container().register(CLOCK, asValue(clock))
      await setUpRetailer(container(), RETAILER)
      await saveCategories(container(), [
        {
          handle: "maison",
          name: { fr: "Maison", en: "Home" },
          children: [{ handle: "tasses", name: { fr: "Tasses", en: "Mugs" } }],
        },
      ])
      const draft = (title: string, brand: string) => ({
        title: { fr: title, en: title },
        description: { fr: title, en: title },
        brand,
        images: ["/pictures/mug.svg"],
        categories: ["tasses"],
        attributes: [],
        safety: {
          manufacturer: "Marque",
          manufacturerContact: "securite@marque.example",
          euResponsible: null,
          warnings: [],
        },
        variants: [{ sku: title, price: cents(1800), stock: 7 }],
      })
      const made = await createCatalogueProducts(container(), [
        draft("Tasse bleue", "Potier"),
        draft("Tasse verte", "Potier"),
        draft("Tasse Lumen", "Lumen"),
      ])
      ;["blue", "green", "lumen"].forEach((name, at) => (products[name] = made[at]!.productId))
      for (const [brand, email] of [
        ["Potier", "paul@potier.example"],
        ["Lumen", "lea@lumen.example"],
      ] as const)
        await createAdvertiserWorkflow(container()).run({
          input: {
            name: `${brand} Communication`,
            payer: `${brand} SA`,
            brand,
            email,
            password: PASSWORD,
            firstName: "Paul",
            lastName: "Roche",
          },
        })
      return { potier: await brandOf("paul@potier.example"), lumen: await brandOf("lea@lumen.example") }
    }

    it("sells places: approval, auction, one charge a click, budgets, invalid traffic, reports", async () => {
      const { potier, lumen } = await openMarket()

      // --- set up: only its own products, a sane bid, the operator's approval
      const own = await potier<{ advertisableProducts: { items: { title: string }[]; total: number } }>(
        `{ advertisableProducts(search: "bleue") { items { id handle title image } total } }`,
      )
      expect(own.advertisableProducts).toMatchObject({ total: 1, items: [{ title: "Tasse bleue" }] })
      expect(await potier.code(CREATE, { input: campaign({ productIds: [products.lumen] }) })).toBe("CAMPAIGN_PRODUCT")
      const cheap = [{ kind: "KEYWORD_BROAD", value: "tasse", bidMicros: 49_999 }]
      expect(await potier.code(CREATE, { input: campaign({ targets: cheap }) })).toBe("CAMPAIGN_BID")
      const nowhere = [{ kind: "CATEGORY", value: "nulle-part", bidMicros: 60_000 }]
      expect(await potier.code(CREATE, { input: campaign({ targets: nowhere }) })).toBe("BAD_INPUT")
      expect(await potier.code(CREATE, { input: campaign({ dailyBudgetMicros: 100_000 }) })).toBe("CAMPAIGN_BUDGET")

      const { createCampaign: made } = await potier<{ createCampaign: { id: string; state: string } }>(CREATE, {
        input: campaign(),
      })
      const potierCampaign = made.id
      expect(made.state).toBe("IN_REVIEW")
      const lumenCampaign = await openCampaign(lumen, {
        productIds: [products.lumen],
        targets: [{ kind: "KEYWORD_EXACT", value: "tasse", bidMicros: 300_000 }],
      })
      await topUp(potier, 10 * EURO, "first")
      expect((await topUp(potier, 10 * EURO, "first")).topUpWallet.wallet.micros).toBe(10 * EURO)
      expect(await potier.code(`mutation { topUpWallet(amountMicros: 2000000, idempotencyKey: "first") { id } }`)).toBe(
        "LEDGER_KEY_REUSED",
      )
      expect(await potier.code(`mutation { topUpWallet(amountMicros: 999999, idempotencyKey: "x") { id } }`)).toBe(
        "TOP_UP_AMOUNT",
      )
      expect(await place()).toEqual([]) // one waits for approval, the other has an empty wallet
      const approve = `mutation ($id: ID!) { approveCampaign(id: $id) { state } }`
      expect(await operator()(approve, { id: potierCampaign })).toEqual({ approveCampaign: { state: "ACTIVE" } })
      await topUp(lumen, 2 * EURO, "first")

      // --- strangers: another brand's campaign looks like none at all
      const pause = `mutation ($id: ID!) { pauseCampaign(id: $id) { state } }`
      expect(await lumen.code(pause, { id: potierCampaign })).toBe("NOT_FOUND")
      expect(
        await lumen.code(`query ($id: ID!) { adReport(campaignId: $id) { clicks } }`, { id: potierCampaign }),
      ).toBe("NOT_FOUND")
      expect(await lumen(`query ($id: ID!) { campaign(id: $id) { id } }`, { id: potierCampaign })).toEqual({
        campaign: null,
      })
      expect(await potier.code(approve, { id: potierCampaign })).toBe("NOT_ALLOWED")
      expect(await shopper.code(`{ advertiser { id } }`)).toBe("NOT_SIGNED_IN")

      // --- the auction: one place a brand, the second pays the floor, the first what beats the second
      const first = await place({ session: freshSession() })
      expect(first.map((ad) => ad.slot)).toEqual([0, 5])
      expect([products.blue, products.green]).toContain(first[0]!.productId)
      expect(first[1]!.productId).toBe(products.lumen)
      expect(first[0]!.disclosure).toMatchObject({
        label: "Sponsorisé",
        advertiser: "Potier Communication",
        payer: "Potier SA",
        settingsUrl: "/ranking",
      })
      expect(first[0]!.disclosure.parameters[0]).toContain("« Tasses »")
      expect((await place({ locale: "en" }))[0]!.disclosure.label).toBe("Sponsored")
      expect((await place({ session: "another" })).map(({ token: _, ...ad }) => ad)).toEqual(
        (await place()).map(({ token: _, ...ad }) => ad),
      )
      expect((await place({ query: "tasse bleue" })).map((ad) => ad.productId)).not.toContain(products.lumen)
      // Relevance comes before bids; a pin keeps its place and its product; later pages and small ones.
      const dull = shelf().candidates.map((c) => ({ ...c, relevance: 0.2 }))
      expect(await place({ candidates: dull })).toEqual([])
      const pinned = shelf().candidates.map((c, at) => ({ ...c, pinned: at < 2 }))
      expect((await place({ candidates: pinned })).map((ad) => [ad.slot, ad.productId])).toEqual([[5, products.lumen]])
      expect(await place({ page: 2 })).toEqual([])
      expect(await place({ candidates: [] })).toEqual([])

      // --- one charge for one served ad: replays at once and one after the other, with the price of the auction
      const price = 300_001 // Lumen's score, one micro more where the tie would be lost
      await Promise.all(Array.from({ length: 20 }, () => click(first[0]!)))
      await click(first[0]!)
      const clicks = (await rows("sponsored_click")) as { charged: boolean; price_micros: string }[]
      expect(clicks).toHaveLength(1)
      expect(clicks[0]!.charged).toBe(true)
      expect([price - 1, price]).toContain(Number(clicks[0]!.price_micros))
      const paid = Number(clicks[0]!.price_micros)
      expect(await spent(potierCampaign)).toBe(paid)
      await auditIsClean()

      // --- forgery: every part, an unknown slot, another key, too late
      const { token, slot } = first[1]!
      const flipped = (at: number) => token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1)
      for (const bad of [
        flipped(4),
        flipped(20),
        flipped(token.length - 10),
        `${token}x`,
        token.replace("v1.", "v2."),
        "",
      ])
        expect(await shopper.code(CLICK, { token: bad, slot })).toBe("AD_TOKEN_INVALID")
      expect(await shopper.code(CLICK, { token, slot: 1 })).toBe("AD_TOKEN_INVALID")
      const VIEW = `mutation ($events: [AdEventInput!]!) { recordAdEvents(events: $events) }`
      const view = (ad: SponsoredPlacement, kind: string) => ({ token: ad.token, slot: ad.slot, kind })
      clock.at = new Date(NOON.getTime() + 11 * 60_000)
      expect(await shopper.code(VIEW, { events: [view(first[1]!, "IMPRESSION")] })).toBe("AD_TOKEN_EXPIRED")
      clock.at = new Date(NOON.getTime() + 31 * 60_000)
      expect(await shopper.code(CLICK, { token, slot })).toBe("AD_TOKEN_EXPIRED")
      expect(await rows("sponsored_click")).toHaveLength(1)

      // --- invalid traffic: a robot, and twenty presses of one session on twenty pages
      const [robotAd] = await place({ session: freshSession() })
      await click(robotAd!, caller({ "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" }))
      const pages = await Promise.all(Array.from({ length: 20 }, () => place({ session: "eager" })))
      await Promise.all(pages.map(([ad]) => click(ad!)))
      const eager = (await rows("sponsored_click")) as { charged: boolean; reason: string | null }[]
      expect(eager.filter((c) => c.charged)).toHaveLength(2)
      expect(eager.filter((c) => c.reason === "duplicate_session")).toHaveLength(19)
      expect(eager.filter((c) => c.reason === "bot")).toHaveLength(1)
      await auditIsClean()

      // --- torn in the middle: nothing stays, and the same click is charged afterwards
      const ledger: LedgerModuleService = container().resolve(LEDGER_MODULE)
      const [torn] = await place({ session: freshSession() })
      const spentBefore = await spent(potierCampaign)
      const post = ledger.post.bind(ledger)
      for (const tear of [
        () => Promise.reject(new Error("before the ledger")),
        (...args: Parameters<typeof post>) => post(...args).then(() => Promise.reject(new Error("after the ledger"))),
      ]) {
        const spy = jest.spyOn(ledger, "post").mockImplementation(tear as typeof post)
        expect(await shopper.code(CLICK, { token: torn!.token, slot: torn!.slot })).toBe("INTERNAL")
        spy.mockRestore()
        expect(await spent(potierCampaign)).toBe(spentBefore)
        await auditIsClean()
      }
      await click(torn!)
      expect(await spent(potierCampaign)).toBeGreaterThan(spentBefore)

      // --- views: kept once however often they are sent
      const shown = await place({ session: freshSession() })
      const events = shown.flatMap((ad) => [view(ad, "IMPRESSION"), view(ad, "VIEWABLE")])
      await Promise.all([1, 2, 3].map(() => shopper(VIEW, { events })))
      expect(await shopper.code(VIEW, { events: [...events, { ...events[0], token: "v1.x.y.z" }] })).toBe(
        "AD_TOKEN_INVALID",
      )
      const kept = await (
        await sponsoredOf(container()).events.source()
      ).query(
        "select kind, count(*)::int as n from gondola_ads.ad_event where day = '2026-11-10' group by kind order by kind",
      )
      expect(kept).toEqual([
        { kind: "click", n: 43 },
        { kind: "impression", n: 2 },
        { kind: "viewable", n: 2 },
      ])

      // A day's partition that is gone (dropped, or restored from before it) is made again.
      const source = await sponsoredOf(container()).events.source()
      await source.query("drop table gondola_ads.ad_event_20261110")
      const again = (await place({ session: freshSession() })).map((ad) => view(ad, "IMPRESSION"))
      await shopper(VIEW, { events: again })
      const left = await source.query("select count(*)::int as n from gondola_ads.ad_event")
      expect(left).toEqual([{ n: 2 }])

      // --- a pause shows at once, a resumption too, and paused clicks cost nothing
      const [served] = await place({ session: freshSession() })
      await potier(pause, { id: potierCampaign })
      expect((await place()).map((ad) => ad.productId)).toEqual([products.lumen])
      await click(served!)
      expect(
        ((await rows("sponsored_click").orderBy("at", "desc")) as { reason: string }[]).map((c) => c.reason),
      ).toContain("campaign_stopped")
      await potier(`mutation ($id: ID!) { resumeCampaign(id: $id) { state } }`, { id: potierCampaign })
      expect(await place()).toHaveLength(2)
      // A change by another process: no call to this one, seen within two seconds.
      await rows("sponsored_campaign", { id: potierCampaign }).update({ state: "PAUSED" })
      await new Promise((resolve) => setTimeout(resolve, 1900))
      expect((await place()).map((ad) => ad.productId)).toEqual([products.lumen])
      await rows("sponsored_campaign", { id: potierCampaign }).update({ state: "ACTIVE" })
      await new Promise((resolve) => setTimeout(resolve, 1900))

      // --- caps are hard: the wallet of Lumen pays for so many clicks and the rest is free for it
      const many = await Promise.all(Array.from({ length: 60 }, () => place({ session: freshSession() })))
      const lumenAds = many.map((ads) => ads.find((ad) => ad.productId === products.lumen)!)
      await Promise.all(lumenAds.map((ad) => click(ad)))
      const ofLumen = (await rows("sponsored_click", { campaign_id: lumenCampaign })) as {
        charged: boolean
        reason: string
      }[]
      expect(ofLumen.filter((c) => c.charged)).toHaveLength(40) // 2 € at the floor of 0.05 €
      expect(ofLumen.filter((c) => c.reason === "wallet_empty")).toHaveLength(20)
      expect((await place()).map((ad) => ad.productId)).not.toContain(products.lumen)
      const wallet = await lumen<{ advertiser: { wallet: { micros: number }; spentToday: { micros: number } } }>(
        `{ advertiser { wallet { micros } spentToday { micros } } }`,
      )
      expect(wallet.advertiser).toEqual({ wallet: { micros: 0 }, spentToday: { micros: 2 * EURO } })
      await auditIsClean()

      // --- a daily cap ends at the retailer's midnight
      const daily = await openCampaign(potier, {
        name: "Petit",
        productIds: [products.green],
        targets: [{ kind: "CATEGORY", value: "maison", bidMicros: 200_000 }],
        dailyBudgetMicros: 200_000,
        lifetimeBudgetMicros: 260_000,
      })
      const category = { query: null, categoryPath: ["maison", "tasses"] }
      const clickCategory = async () => {
        const [ad] = await place({ ...category, session: freshSession() })
        if (ad) await click(ad)
        return Boolean(ad)
      }
      for (let n = 0; n < 6; n++) await clickCategory()
      // 4 × 0.05 € fit in the day's 0.20 €; an ad whose bid is above what is left is not shown any more.
      expect(await spent(daily)).toBe(50_000)
      clock.at = new Date("2026-11-10T22:59:59Z")
      expect(await clickCategory()).toBe(false)
      clock.at = new Date("2026-11-10T23:00:00Z")
      expect(await clickCategory()).toBe(true)
      expect(await spent(daily)).toBe(100_000)
      await auditIsClean()

      // --- reports and estimate: real numbers from events, billing records and logged auctions
      await sponsoredOf(container()).events.flush()
      const { adReport } = await potier<{
        adReport: Record<string, never> & { days: { day: string }[]; spend: { micros: number } }
      }>(
        `{ adReport(from: "2026-11-10", to: "2026-11-11") { from to impressions viewable clicks billedClicks ctr
            averageCpc { micros } spend { micros }
            days { day impressions clicks spend { micros } } byTarget { target impressions clicks spend { micros } } } }`,
      )
      const allSpent = (await spent(potierCampaign)) + (await spent(daily))
      expect(adReport).toMatchObject({
        impressions: 1,
        viewable: 0,
        clicks: 6,
        billedClicks: 5,
        spend: { micros: allSpent },
      })
      expect(adReport.days).toMatchObject([
        { day: "2026-11-10" },
        { day: "2026-11-11", clicks: 1, spend: { micros: 50_000 } },
      ])
      expect(adReport.byTarget).toMatchObject([
        { target: "Tasses", impressions: 1, clicks: 4 },
        { target: "› maison", clicks: 2, spend: { micros: 100_000 } },
      ])
      const { campaignEstimate } = await potier<{
        campaignEstimate: { eligibleViews: number; medianWinningBid: { micros: number } }
      }>(
        `{ campaignEstimate(targets: [{ kind: CATEGORY, value: "tasses", bidMicros: 60000 }]) {
            eligibleViews floor { micros } medianWinningBid { micros } } }`,
      )
      expect(campaignEstimate).toEqual({
        eligibleViews: 8,
        floor: { micros: 50_000 },
        medianWinningBid: { micros: 50_000 },
      })
      const entries = await potier<{
        walletEntries: { total: number; items: { kind: string; amount: { micros: number } }[] }
      }>(`{ walletEntries(pageSize: 100) { total items { id at kind description amount { micros } } } }`)
      expect(entries.walletEntries.total).toBe(6)
      expect(entries.walletEntries.items.reduce((sum, entry) => sum + entry.amount.micros, 0)).toBe(
        10 * EURO - allSpent,
      )

      // --- what was logged can be held again, bit for bit
      const [logged] = await (
        await sponsoredOf(container()).events.source()
      ).query(
        "select winners, seed from gondola_ads.ad_auction where jsonb_array_length(winners) = 2 and query = 'tasse' order by at limit 1",
      )
      const bids = (
        (await rows("sponsored_ad")
          .join("sponsored_target", "sponsored_target.campaign_id", "sponsored_ad.campaign_id")
          .where("sponsored_target.words", "tasse")) as Record<string, never>[]
      ).map((row) => ({
        ad: Number(row.no),
        advertiser: row.product_id === products.lumen ? 2 : 1,
        brand: row.product_id === products.lumen ? 2 : 1,
        product: Number(row.no),
        group: 0,
        bid: Number(row.bid_micros) as never,
        weight: Number(row.weight_ppm),
        value: 0,
        relevance: 1,
      }))
      const rules = {
        floor: 50_000 as never,
        thresholds: [0, 0, 0],
        maxPerBrand: 1,
        separation: 0,
        lambda: 0,
        minRelevance: 0,
      }
      expect(
        holdAuction(bids, rules, Number(logged.seed)).map(({ ad, price, score }) => ({ ad, price, score })),
      ).toEqual(
        logged.winners.map(({ ad, price, score }: { ad: number; price: number; score: number }) => ({
          ad,
          price,
          score,
        })),
      )
      // --- weights follow what was seen and pressed
      expect(await refreshWeights(container())).toBeGreaterThan(0)
      expect(await refreshWeights(container())).toBe(0)

      // --- the retailer's settings
      const SAVE = `mutation ($input: PlacementSettingsInput!) { savePlacementSettings(input: $input) { floor { micros } searchSlots maxPerBrand } }`
      await operator()(SAVE, {
        input: { floorMicros: 60_000, searchSlots: [3, 1], categorySlots: [0], maxPerBrand: 2 },
      })
      expect((await place()).map((ad) => ad.slot)).toEqual([1, 3])
      expect(
        await potier.code(SAVE, { input: { floorMicros: 1, searchSlots: [], categorySlots: [], maxPerBrand: 1 } }),
      ).toBe("NOT_ALLOWED")
      const reject = `mutation ($id: ID!) { rejectCampaign(id: $id, reason: "Visuel trompeur") { state stateReason } }`
      expect(await operator()(reject, { id: potierCampaign })).toEqual({
        rejectCampaign: { state: "REJECTED", stateReason: "Visuel trompeur" },
      })
      expect(await place()).toEqual([])
      const all = await operator()<{ allCampaigns: { total: number; items: { products: unknown[] }[] } }>(
        `{ allCampaigns { total items { id name state advertiserName products { handle } targets { value bid { micros } } } } }`,
      )
      expect(all.allCampaigns.total).toBe(3)
      expect(all.allCampaigns.items.map((c) => c.products.length)).toEqual([1, 1, 2])

      // --- the audit sees a micro that went astray, wherever it went
      await auditIsClean()
      for (const [table, column] of [
        ["sponsored_advertiser", "balance_micros"],
        ["sponsored_campaign", "spent_micros"],
      ] as const) {
        await rows(table).limit(1).where(column, ">", 0).increment(column, 1)
        expect((await adChargeAudit.run(container())).findings.length).toBeGreaterThan(0)
        await rows(table).limit(1).where(column, ">", 0).decrement(column, 1)
        await auditIsClean()
      }

      // --- time on the search's path: a quiet snapshot, 200 candidates
      const crowd = [
        ...shelf().candidates,
        ...Array.from({ length: 197 }, (_, n) => ({ productId: `prod_${n}`, relevance: 0.8 })),
      ]
      const times: number[] = []
      for (let n = 0; n < 2000; n++) {
        const from = performance.now()
        await place({ candidates: crowd, query: "tasse verte" })
        times.push(performance.now() - from)
      }
      times.sort((a, b) => a - b)
      console.info(`auction within search: p50 ${times[1000]!.toFixed(3)} ms, p95 ${times[1900]!.toFixed(3)} ms`)
    })
  },
})
