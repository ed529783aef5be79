import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents } from "@gondola/kit"
import {
  changeRetailerPrices,
  createCatalogueProducts,
  saveCategories,
  setUpRetailer,
  type CatalogueDraft,
} from "@gondola/marketplace"

jest.setTimeout(180_000)

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

const draft = (n: number, title: [string, string], over: Partial<CatalogueDraft> = {}): CatalogueDraft => ({
  title: { fr: title[0], en: title[1] },
  description: { fr: "En grès, faite à la main.", en: "Stoneware, made by hand." },
  brand: n % 2 ? "Potier" : "Grès du Sud",
  images: ["/pictures/mug.svg"],
  categories: ["tasses"],
  attributes: [
    {
      key: "colour",
      label: "Couleur",
      labelEn: "Colour",
      type: "text",
      value: n % 3 ? "bleu" : "rouge",
      valueEn: n % 3 ? "blue" : "red",
    },
  ],
  safety: {
    manufacturer: "Potier, Limoges",
    manufacturerContact: "securite@potier.example",
    euResponsible: null,
    warnings: [],
  },
  variants: [{ sku: `SKU-${n}`, price: cents(1000 + 100 * n), stock: 5 }],
  ...over,
})

const SEARCH = `query($input: SearchInput!) { search(input: $input) {
  total correctedQuery relaxed { kind label } plan { step effect }
  hits { rank pinned card { id title price { amount currency } sellerName } explain { step effect score } }
  facets { field label kind min max values { value label count selected } histogram { from to count } }
  sponsored { slot } tookMs } }`

interface Result {
  total: number
  correctedQuery: string | null
  relaxed: { kind: string; label: string } | null
  plan: { step: string; effect: string }[]
  hits: {
    rank: number
    pinned: boolean
    card: { id: string; title: string; price: { amount: number } }
    explain: { step: string }[]
  }[]
  facets: {
    field: string
    kind: string
    min: number
    max: number
    values: { value: string; label: string; count: number; selected: boolean }[]
  }[]
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer

    async function graphql<T>(query: string, variables: object = {}, token?: string) {
      const headers = token ? { authorization: `Bearer ${token}` } : {}
      const { data } = await api.post("/graphql", { query, variables }, { headers })
      return data as { data: T; errors?: { message: string; extensions: { code: string } }[] }
    }

    async function find(input: object): Promise<Result> {
      const { data, errors } = await graphql<{ search: Result }>(SEARCH, { input })
      if (errors) throw new Error(JSON.stringify(errors))
      return data.search
    }

    /** Asks until it holds; the time it took, in milliseconds. */
    async function until(holds: () => Promise<boolean>, within: number): Promise<number> {
      const started = Date.now()
      for (;;) {
        if (await holds().catch(() => false)) return Date.now() - started
        if (Date.now() - started > within) throw new Error(`not within ${within} ms`)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }

    it("finds, counts, obeys the merchandiser and follows every change", async () => {
      await setUpRetailer(container(), RETAILER)
      await saveCategories(container(), [
        {
          handle: "maison",
          name: { fr: "Maison", en: "Home" },
          children: [
            { handle: "tasses", name: { fr: "Tasses", en: "Mugs" } },
            { handle: "lampes", name: { fr: "Lampes", en: "Lamps" } },
          ],
        },
      ])
      const made = await createCatalogueProducts(container(), [
        ...Array.from({ length: 6 }, (_, i) => draft(i + 1, [`Tasse bleue ${i + 1}`, `Blue mug ${i + 1}`])),
        draft(7, ["Lampe de bureau", "Desk lamp"], { categories: ["lampes"] }),
      ])
      const knex = container().resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
      await container().resolve(Modules.SEARCH).reindex({ index: "catalog" })
      await until(async () => (await find({ query: "tasse" })).total === 6, 10_000)

      // Words: plural, English, a slip of the finger.
      expect((await find({ query: "tasses" })).total).toBe(6)
      expect((await find({ query: "mug", locale: "en" })).hits[0]?.card.title).toMatch(/^Blue mug/)
      const slip = await find({ query: "tsase", explain: true })
      expect(slip).toMatchObject({ correctedQuery: "tasse", total: 6 })
      expect(slip.plan.map((line) => line.step).slice(0, 5)).toEqual([
        "normalise",
        "spelling",
        "type",
        "retrieve",
        "rerank",
      ])
      expect(slip.hits[0]?.explain.map((line) => line.step)).toContain("word")

      // Facets are disjunctive: the counts of a filtered facet are those without its own filter.
      const all = await find({ query: "tasse" })
      const brands = (result: Result) =>
        result.facets
          .find((facet) => facet.field === "brand")
          ?.values.map(({ value, count, selected }) => [value, count, selected])
      expect(brands(all)).toEqual([
        ["Grès du Sud", 3, false],
        ["Potier", 3, false],
      ])
      const potier = await find({
        query: "tasse",
        filters: [
          { field: "brand", values: ["Potier"] },
          { field: "price", min: 1300 },
        ],
      })
      expect(potier.hits.map((hit) => hit.card.price.amount).sort()).toEqual([1300, 1500])
      expect(brands(potier)).toEqual([
        ["Grès du Sud", 2, false],
        ["Potier", 2, true],
      ])
      expect(potier.facets.find((facet) => facet.field === "price")).toMatchObject({
        kind: "RANGE",
        min: 1100,
        max: 1500,
      })
      expect(all.facets.find((facet) => facet.field === "attr.colour")?.values).toEqual([
        { value: "bleu", label: "bleu", count: 4, selected: false },
        { value: "rouge", label: "rouge", count: 2, selected: false },
      ])
      expect((await find({ category: "lampes" })).total).toBe(1)
      expect((await find({ category: "maison", sort: "PRICE_ASC" })).hits.map((hit) => hit.card.price.amount)).toEqual([
        1100, 1200, 1300, 1400, 1500, 1600, 1700,
      ])
      const empty = await find({ query: "tasse", filters: [{ field: "price", min: 900_000 }] })
      expect(empty.relaxed?.kind).toBe("FILTERS")
      expect((await find({ query: "xylophone quantique" })).relaxed?.kind).toBe("POPULAR")

      // A change of price, and of a title, is found within five seconds.
      const [first] = made
      await changeRetailerPrices(container(), [{ variantId: first!.variantIds[0]!, price: cents(950) }])
      const price = await until(
        async () => (await find({ query: "tasse bleue 1", sort: "PRICE_ASC" })).hits[0]?.card.price.amount === 950,
        5_000,
      )
      await container().resolve(Modules.PRODUCT).updateProducts(made[6]!.productId, { title: "Chandelier zorglub" })
      const title = await until(
        async () => (await find({ query: "zorglub" })).hits[0]?.card.id === made[6]!.productId,
        5_000,
      )
      await container().resolve(Modules.PRODUCT).updateProducts(made[6]!.productId, { status: "draft" })
      await until(async () => (await find({ query: "zorglub" })).relaxed?.kind === "POPULAR", 5_000)
      await until(async () => (await knex.raw("select 1 from searchandising_outbox limit 1")).rows.length === 0, 5_000)

      // Rules: only the operator, live at once.
      const user = await container().resolve(Modules.USER).createUsers({ email: "op@gondole.example" })
      const { jwtSecret } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
      const token = (actor_type: string, actor_id: string) =>
        generateJwtToken(
          { actor_id, actor_type, auth_identity_id: "a", app_metadata: {} },
          { secret: jwtSecret as string, expiresIn: "1h" },
        )
      const operator = token("user", user.id)
      const save = `mutation($input: SynonymInput!) { saveSynonym(input: $input) { id words } }`
      const input = { kind: "EQUIVALENT", locale: "fr", words: ["gobelet", "tasse"] }
      expect((await graphql(save, { input })).errors?.[0]?.extensions.code).toBe("NOT_SIGNED_IN")
      expect((await graphql(save, { input }, token("customer", "cus_1"))).errors?.[0]?.extensions.code).toBe(
        "NOT_ALLOWED",
      )
      expect((await find({ query: "gobelet" })).relaxed?.kind).toBe("POPULAR")
      const saved = await graphql<{ saveSynonym: { id: string } }>(save, { input }, operator)
      expect(saved.errors).toBeUndefined()
      const synonym = await until(async () => (await find({ query: "gobelet" })).total === 6, 2_000)

      const pin = `mutation($input: PinInput!) { savePin(input: $input) { id productTitle position } }`
      const place = { query: "Tasses", productId: made[4]!.productId, position: 1 }
      const pinned = await graphql<{ savePin: { id: string; productTitle: string } }>(pin, { input: place }, operator)
      expect(pinned.data.savePin.productTitle).toBe("Tasse bleue 5")
      await until(async () => {
        const hit = (await find({ query: "tasse" })).hits[0]
        return hit?.pinned === true && hit.card.id === made[4]!.productId
      }, 2_000)
      // A pin does not break the shopper's filter.
      const filtered = await find({ query: "tasse", filters: [{ field: "brand", values: ["Grès du Sud"] }] })
      expect(filtered.hits.some((hit) => hit.pinned)).toBe(false)
      expect(
        (await graphql(pin, { input: { ...place, productId: "prod_nobody" } }, operator)).errors?.[0]?.extensions.code,
      ).toBe("NOT_FOUND")
      expect(
        (
          await graphql(
            `
              mutation {
                deletePin(id: "pin_nobody")
              }
            `,
            {},
            operator,
          )
        ).errors?.[0]?.extensions.code,
      ).toBe("NOT_FOUND")
      await graphql(
        `
          mutation ($id: ID!) {
            deletePin(id: $id)
          }
        `,
        { id: pinned.data.savePin.id },
        operator,
      )
      await until(async () => (await find({ query: "tasse" })).hits.every((hit) => !hit.pinned), 2_000)

      // What was searched in vain waits for the merchandiser; suggestions come from what was found.
      const zero = await graphql<{ zeroResultQueries: { query: string }[] }>(
        `
          {
            zeroResultQueries {
              query
              count
            }
          }
        `,
        {},
        operator,
      )
      expect(zero.data.zeroResultQueries.map((row) => row.query)).toContain("xylophone quantique")
      const suggest = await graphql<{
        suggest: { queries: string[]; categories: object[]; products: { title: string }[] }
      }>(`
        {
          suggest(text: "tas") {
            queries
            categories {
              handle
              name
              count
            }
            products {
              title
            }
          }
        }
      `)
      expect(suggest.data.suggest).toMatchObject({ categories: [{ handle: "tasses", name: "Tasses", count: 6 }] })
      expect(suggest.data.suggest.queries).toContain("tasse")
      expect(suggest.data.suggest.products[0]?.title).toMatch(/^Tasse/)
      const status = await graphql<{ indexStatus: object }>(
        `
          {
            indexStatus {
              engine
              documents
              waiting
              state
            }
          }
        `,
        {},
        operator,
      )
      expect(status.data.indexStatus).toEqual({ engine: "gondola-postgres", documents: 6, waiting: 0, state: "ready" })

      // What nobody may ask.
      for (const wrong of [
        { pageSize: 97 },
        { page: 0 },
        { filters: [{ field: "margin", values: ["1"] }] },
        { query: "x".repeat(300) },
      ])
        expect((await graphql(SEARCH, { input: wrong })).errors?.[0]?.extensions.code).toBe("BAD_INPUT")
      expect((await graphql(SEARCH, { input: { category: "nowhere" } })).errors?.[0]?.extensions.code).toBe("NOT_FOUND")
      console.info(`live after: price ${price} ms, title ${title} ms, synonym ${synonym} ms`)
    })
  },
})
