import type { MedusaContainer } from "@medusajs/framework/types"
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Workbook } from "exceljs"
import { cents, CLOCK } from "@gondola/kit"
import {
  changeRetailerPrices,
  createCatalogueProducts,
  openThreeSellers,
  readProducts,
  saveOffers,
  type ThreeSellers,
  withCheckDigit,
  workImports,
} from "."
import { savePolicy } from "./gates/policy-store"
import { saveBuyBox } from "./buy-box/buy-box-store"
import { measureShare } from "./buy-box/measure-share"
import { mergeProducts, undoMerge } from "./catalogue/merge-products"
import { splitVariant } from "./catalogue/split-variant"
import { setProductVatClass, vatClassOf } from "./vat/vat-classes"
import { acceptProposal, linkProposal, rejectProposal } from "./proposals/decide-proposal"
import { readProposals } from "./proposals/read-proposals"
import { DEFAULT_POLICY } from "./gates/listing-gates"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"

jest.setTimeout(240_000)

const DAY = 24 * 3600 * 1000
const MUG = withCheckDigit("376000000001")

interface Answer<T> {
  readonly data: T
  readonly code: string | undefined
  readonly message: string | undefined
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const time = { now: new Date("2026-03-01T10:00:00Z") }
    let container: MedusaContainer
    let shop: ThreeSellers
    const tokens: Record<string, string> = {}

    async function ask<T>(source: string, who: string, variables: object = {}): Promise<Answer<T>> {
      const { data } = await api.post(
        "/graphql",
        { query: source, variables },
        { headers: { authorization: `Bearer ${tokens[who]}` } },
      )
      const [error] = data.errors ?? []
      return { data: data.data as T, code: error?.extensions?.code, message: error?.message }
    }

    const signIn = async (email: string, room: string): Promise<string> => {
      const { data } = await api.post("/graphql", {
        query: `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`,
        variables: { email, password: shop.password },
      })
      return data.data.signIn.rooms.find((pass: { room: string }) => pass.room === room).token
    }

    const upload = async (
      who: string,
      name: string,
      content: string | Buffer,
    ): Promise<{ status: number; id: string; code?: string }> => {
      const answer = await api.post(`/portal/imports?name=${encodeURIComponent(name)}`, Buffer.from(content), {
        headers: { authorization: `Bearer ${tokens[who]}`, "content-type": "application/octet-stream" },
        validateStatus: () => true,
      })
      return { status: answer.status, ...answer.data }
    }

    const RUN = `id state total done created updated unchanged failed proposed fault dryRun bulk`
    interface Run {
      id: string
      state: string
      total: number
      done: number
      created: number
      updated: number
      unchanged: number
      failed: number
      proposed: number
      fault: string | null
    }
    async function imported(who: string, uploadId: string, over: object = {}): Promise<Run> {
      const { data: found } = await ask<{ importUpload: { guess: object[] } }>(
        `query ($id: ID!) { importUpload(id: $id) { guess { field column } } }`,
        who,
        { id: uploadId },
      )
      const { data, message } = await ask<{ startImport: Run }>(
        `mutation ($uploadId: ID!, $mapping: [ImportFieldInput!], $dryRun: Boolean!, $newState: OfferState!) {
          startImport(uploadId: $uploadId, mapping: $mapping, dryRun: $dryRun, newState: $newState) { ${RUN} } }`,
        who,
        { uploadId, mapping: found.importUpload.guess, dryRun: false, newState: "DRAFT", ...over },
      )
      if (message) throw new Error(message)
      return ended(who, data.startImport.id)
    }
    async function ended(who: string, id: string): Promise<Run> {
      for (;;) {
        const { data } = await ask<{ importRun: Run }>(`query ($id: ID!) { importRun(id: $id) { ${RUN} } }`, who, {
          id,
        })
        if (!["waiting", "running", "cancelling"].includes(data.importRun.state)) return data.importRun
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    const problems = async (who: string, runId: string) =>
      (
        await ask<{ importProblems: { items: { line: number; level: string; code: string }[] } }>(
          `query ($id: ID!) { importProblems(runId: $id, pageSize: 100) { items { line level code key message } } }`,
          who,
          { id: runId },
        )
      ).data.importProblems.items.map(({ line, level, code }) => [line, level, code])

    const offersOf = async (who: string, filter = "") =>
      (
        await ask<{
          sellerOffers: {
            total: number
            items: {
              sku: string
              heldBy: string[]
              offer: { id: string; state: string; price: { amount: number }; inStock: number }
            }[]
          }
        }>(
          `{ sellerOffers(pageSize: 100${filter}) { total items { sku heldBy offer { id state inStock price { amount } } } } }`,
          who,
        )
      ).data.sellerOffers

    /** A mug that the catalogue does not know, with all that a listing needs. */
    const column = [
      "sku",
      "ean",
      "titre",
      "marque",
      "categorie",
      "image",
      "fabricant",
      "contact fabricant",
      "prix",
      "stock",
    ]
    const line = (n: number, over: Record<string, string> = {}) =>
      column
        .map(
          (name) =>
            ({
              sku: `N-${n}`,
              ean: withCheckDigit(`3761234${String(n).padStart(5, "0")}`),
              titre: `Bol breton Numéro${n * 7919}`,
              marque: `Faïence ${n}`,
              categorie: "tasses",
              image: "/pictures/bowl.svg",
              fabricant: "Faïencerie, Quimper",
              "contact fabricant": "securite@faience.example",
              prix: "12,00",
              stock: "5",
              ...over,
            })[name] ?? "",
        )
        .join(";")

    beforeEach(async () => {
      container = getContainer() as MedusaContainer
      time.now = new Date("2026-03-01T10:00:00Z")
      container.register({ [CLOCK]: { resolve: () => ({ now: () => time.now }) } } as never)
      shop = await openThreeSellers(container)
      tokens.a = await signIn(shop.emailA, "SELLER")
      tokens.b = await signIn(shop.emailB, "SELLER")
    })

    it("imports a seller's file: drafts, errors by line, a true price before, on the shelf", async () => {
      const faulty = { 7: { prix: "douze" }, 13: { ean: "3761234000130" } } as Record<number, Record<string, string>>
      const text = [column.join(";"), ...Array.from({ length: 20 }, (_, n) => line(n + 1, faulty[n + 1]))].join("\r\n")
      const file = await upload("a", "vingt.csv", Buffer.from(text, "latin1"))
      expect(file.status).toBe(201)

      const dry = await imported("a", file.id, { dryRun: true })
      expect(dry).toMatchObject({ state: "done", total: 20, done: 20, failed: 2, proposed: 18, created: 0 })
      expect(await knexOf(container)("marketplace_proposal").count("* as n")).toEqual([{ n: "0" }])
      const run = await imported("a", file.id)
      expect(run).toMatchObject({ state: "done", total: 20, created: 18, failed: 2, proposed: 0 })
      expect(await problems("a", run.id)).toEqual([
        [8, "error", "BAD_PRICE"],
        [14, "error", "BAD_GTIN"],
      ])
      const report = await api.get(`/portal/imports/${run.id}/report?locale=en`, {
        headers: { authorization: `Bearer ${tokens.a}` },
      })
      expect(String(report.data).split("\n")[1]).toBe(
        "8,error,BAD_PRICE,N-7,douze: the price is an amount such as 12.90",
      )
      const drafts = await offersOf("a", ", state: DRAFT")
      expect(drafts.total).toBe(18)

      // The same file again changes nothing.
      expect(await imported("a", file.id)).toMatchObject({ created: 0, unchanged: 18, failed: 2 })

      // 12, then 15, then «−20 % from 15»: the lowest price of the last 30 days is 12.
      const edit = (change: object, ids?: string[]) =>
        ask<{ bulkEditOffers: { total: number; changed: number; refused: { code: string; message: string }[] } }>(
          `mutation ($ids: [ID!], $change: BulkChangeInput!) { bulkEditOffers(ids: $ids, change: $change) {
            total changed refused { sku code message } run { id } } }`,
          "a",
          { change, ids },
        )
      const first = drafts.items[0]!.offer.id
      expect((await edit({ price: 1500 }, [first])).data.bulkEditOffers).toMatchObject({ changed: 1, refused: [] })
      const refused = (await edit({ discountPercent: 20 }, [first])).data.bulkEditOffers
      expect(refused).toMatchObject({ changed: 0, refused: [{ code: "FALSE_BEFORE_PRICE" }] })
      expect(refused.refused[0]!.message).toMatch(/12\.00/)

      // Published: 18 offers can be bought.
      expect((await edit({ state: "ACTIVE" })).data.bulkEditOffers).toMatchObject({ total: 19, changed: 18 })
      const now = await offersOf("a")
      expect(now.items.filter(({ offer }) => offer.state === "ACTIVE")).toHaveLength(19)
      const rows = (await knexOf(container)("marketplace_offer")
        .where({ seller_id: shop.sellerA })
        .pluck("catalogue_product_id")) as string[]
      const sold = await readProducts(container, rows)
      expect(sold.every((product) => product.variants[0]!.offers.some((o) => o.sellerId === shop.sellerA))).toBe(true)

      // On sale for 40 days at 15, a reduction of a fifth is true, and shown.
      time.now = new Date(time.now.getTime() + 40 * DAY)
      expect((await edit({ discountPercent: 20 }, [first])).data.bulkEditOffers).toMatchObject({
        changed: 1,
        refused: [],
      })
      const { catalogue_product_id: productId } = (await knexOf(container)("marketplace_offer")
        .where({ id: first })
        .first()) as {
        catalogue_product_id: string
      }
      const [reduced] = await readProducts(container, [productId])
      expect(reduced!.variants[0]!.offers[0]).toMatchObject({ price: 1200, priorPrice: 1500 })
    })

    it("refuses what is no file, keeps strangers out, and goes on after kill -9", async () => {
      expect(await upload("a", "x.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]))).toMatchObject({
        status: 400,
        code: "BAD_ENCODING",
      })
      expect(await upload("a", "x.csv", "")).toMatchObject({ code: "BAD_FILE" })
      tokens.nobody = "x"
      expect(await upload("nobody", "x.csv", "sku\n1")).toMatchObject({ status: 401 })

      const rows = ["sku,gtin,price,stock", ...Array.from({ length: 60 }, (_, n) => `S-${n},${MUG},10.${10 + n},${n}`)]
      const conditions = ["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"]
      const twins = await upload("b", "twins.csv", [rows[0], ...rows.slice(1, 4)].join("\n"))
      const double = await imported("b", twins.id)
      expect(double).toMatchObject({ created: 1, failed: 2 })
      expect(await problems("b", double.id)).toEqual([
        [3, "error", "DUPLICATE_GTIN"],
        [4, "error", "DUPLICATE_GTIN"],
      ])
      // Another seller's file, run and report do not exist.
      expect((await ask(`query ($id: ID!) { importUpload(id: $id) { id } }`, "a", { id: twins.id })).code).toBe(
        "NOT_FOUND",
      )
      expect((await ask(`query ($id: ID!) { importRun(id: $id) { id } }`, "a", { id: double.id })).code).toBe(
        "NOT_FOUND",
      )
      const foreign = await api.get(`/portal/imports/${double.id}/report`, {
        headers: { authorization: `Bearer ${tokens.a}` },
        validateStatus: () => true,
      })
      expect(foreign.status).toBe(404)

      // A workbook with many conditions; stock alone; a run whose process died after its first chunk.
      const workbook = new Workbook()
      const sheet = workbook.addWorksheet("x")
      sheet.addRow(["SKU", "EAN", "Prix", "Stock", "Etat"])
      conditions.forEach((condition, n) => sheet.addRow([`X-${n}`, MUG, 9.5 + n, 3, condition]))
      const book = await upload("a", "book.xlsx", Buffer.from(await workbook.xlsx.writeBuffer()))
      expect(await imported("a", book.id)).toMatchObject({ created: 4, failed: 0 })
      const stock = await upload("a", "stock.csv", ["sku,stock", "X-0,9", "X-1,3", "X-2,-1", "Y-0,3"].join("\n"))
      expect(await imported("a", stock.id, { dryRun: true })).toMatchObject({ updated: 1, unchanged: 1, failed: 2 })
      expect(await imported("a", stock.id)).toMatchObject({ updated: 1, unchanged: 1, failed: 2 })
      const after = await offersOf("a", `, search: "X-"`)
      expect(after.items.find(({ sku }) => sku === "X-0")?.offer.inStock).toBe(9)

      const many = await upload(
        "a",
        "many.csv",
        ["sku,stock", ...Array.from({ length: 80 }, (_, n) => `X-${n},${n}`)].join("\n"),
      )
      const first = await imported("a", many.id)
      expect(first).toMatchObject({ done: 80, failed: 76 })
      const knex = knexOf(container)
      await knex("marketplace_import_problem").where({ run_id: first.id }).where("line", ">", 26).delete()
      await knex("marketplace_import_run")
        .where({ id: first.id })
        .update({
          state: "running",
          line: 26,
          done: 25,
          failed: 21,
          updated: 4,
          unchanged: 0,
          finished_at: null,
          beat_at: knex.raw("now() - interval '1 hour'"),
        })
      expect(await workImports(container)).toBe(1)
      expect(await ended("a", first.id)).toMatchObject({
        state: "done",
        done: 80,
        failed: 76,
        updated: 4,
        unchanged: 0,
      })
      expect(await problems("a", first.id)).toHaveLength(76)

      // Cancelled before it began: nothing is written.
      const waiting = await upload("a", "w.csv", ["sku,stock", "X-0,1"].join("\n"))
      await knex("marketplace_import_run").insert({
        id: "imp_w",
        seller_id: shop.sellerA,
        file: "w.csv",
        file_hash: "x",
        format: "csv",
        state: "waiting",
        dry_run: false,
        total: 1,
        started_at: time.now,
        upload_id: waiting.id,
        path: "/nowhere",
        mapping: { sku: "sku" },
        options: {},
      })
      expect((await ask(`mutation { cancelImport(id: "imp_w") { state } }`, "b")).code).toBe("NOT_FOUND")
      expect(
        (await ask<{ cancelImport: object }>(`mutation { cancelImport(id: "imp_w") { state } }`, "a")).data
          .cancelImport,
      ).toEqual({
        state: "cancelled",
      })

      const mapping = `mutation { saveImportMapping(name: "Mon outil", fields: [{ field: "sku", column: "réf" }]) { id name fields { field column } } }`
      const saved = await ask<{ saveImportMapping: { id: string } }>(mapping, "a")
      expect(saved.data.saveImportMapping).toMatchObject({ fields: [{ field: "sku", column: "réf" }] })
      expect(
        (await ask(`mutation ($id: ID!) { deleteImportMapping(id: $id) }`, "b", saved.data.saveImportMapping)).code,
      ).toBe("NOT_FOUND")
      const exported = await api.get("/portal/offers?format=csv&search=X-0", {
        headers: { authorization: `Bearer ${tokens.a}` },
      })
      expect(String(exported.data)).toContain("X-0;")
    })

    it("puts unknown articles to the operator, who accepts, links, rejects, merges and splits", async () => {
      await knexOf(container)("marketplace_catalogue_setting").insert({
        key: "proposals",
        value: { autoAccept: false },
        actor: "user_1",
        at: time.now,
      })
      const actor = "user_1"
      const article = (title: string) => ({
        title: { fr: title, en: title },
        description: { fr: "", en: "" },
        brand: "Gondole",
        partNumber: null,
        images: ["/pictures/x.svg"],
        category: "tasses",
        safety: { manufacturer: "G", manufacturerContact: "g@g.example", euResponsible: null, warnings: [] },
        guaranteeMonths: 24,
      })
      const offer = { price: cents(900), stock: 2, condition: "NEW" as const }
      const results = await saveOffers(container, shop.sellerB, [
        { ...offer, sku: "P1", gtin: withCheckDigit("376123400001"), article: article("Assiette creuse bleue") },
        { ...offer, sku: "P2", gtin: withCheckDigit("376123400002"), article: article("Tasse") },
        { ...offer, sku: "P3", article: article("Soucoupe sans numéro") },
        { ...offer, sku: "P4", gtin: withCheckDigit("376123400004"), article: article("Contrefaçon") },
      ])
      expect(results.map((r) => r.ok && r.change)).toEqual(["proposed", "proposed", "proposed", "proposed"])
      const { rows } = await readProposals(container, { sellerId: shop.sellerB }, { skip: 0, take: 10 })
      const by = (sku: string) => rows.find((row) => row.sku === sku)!
      expect(by("P1").candidates).toEqual([])
      expect(by("P2").candidates).toMatchObject([{ score: 1, why: ["brand", "title"] }])

      await acceptProposal(container, { id: by("P1").id, actor })
      await linkProposal(container, { id: by("P2").id, actor, variantId: by("P2").candidates[0]!.variantId })
      await acceptProposal(container, { id: by("P3").id, actor })
      await expect(rejectProposal(container, { id: by("P4").id, actor, reason: " " })).rejects.toMatchObject({
        code: "BAD_INPUT",
      })
      await rejectProposal(container, { id: by("P4").id, actor, reason: "Contrefaçon" })
      await expect(acceptProposal(container, { id: by("P4").id, actor })).rejects.toMatchObject({ code: "CONFLICT" })
      const drafts = await offersOf("b", ", state: DRAFT")
      expect(drafts.items.map(({ sku }) => sku).sort()).toEqual(["P1", "P2", "P3"])
      // The number that was linked finds the product from now on.
      expect(
        await saveOffers(container, shop.sellerA, [
          { ...offer, sku: "A9", gtin: withCheckDigit("376123400002"), condition: "REFURBISHED" },
        ]),
      ).toMatchObject([{ ok: true, change: "created" }])
      const mails = (await knexOf(container)("marketplace_notification")
        .where({ kind: "proposal.decided" })
        .pluck("key")) as string[]
      expect(mails).toHaveLength(4)

      // Merge: offers, numbers and the address follow, and come back when it was a mistake.
      const offerRow = async (sku: string) =>
        (await knexOf(container)("marketplace_offer").where({ sku }).first()) as Record<
          "catalogue_product_id" | "catalogue_variant_id" | "id",
          string
        >
      const [plate, saucer] = [await offerRow("P1"), await offerRow("P3")]
      const handle = async (id: string) =>
        ((await knexOf(container)("product").where({ id }).first("handle")) as { handle: string }).handle
      const old = await handle(saucer.catalogue_product_id)
      const event = await mergeProducts(container, {
        fromId: saucer.catalogue_product_id,
        intoId: plate.catalogue_product_id,
        actor,
        reason: "Doublon",
      }).catch((error: { code: string }) => error.code)
      // One seller has a new one on both: which of the two would stand?
      expect(event).toBe("CONFLICT")
      await knexOf(container)("marketplace_offer").where({ id: saucer.id }).update({ condition: "USED_GOOD" })
      const classOf = (id: string) => vatClassOf(container, id)
      const taxedAs = async (sku: string) =>
        classOf(
          ((await knexOf(container)("marketplace_offer").where({ sku }).first("product_id")) as { product_id: string })
            .product_id,
        )
      await setProductVatClass(container, saucer.catalogue_product_id, "reduced")
      await setProductVatClass(container, plate.catalogue_product_id, "intermediate")
      expect(await taxedAs("P3")).toBe("reduced")
      const merged = await mergeProducts(container, {
        fromId: saucer.catalogue_product_id,
        intoId: plate.catalogue_product_id,
        actor,
        reason: "Doublon",
      })
      expect((await offerRow("P3")).catalogue_variant_id).toBe(plate.catalogue_variant_id)
      expect(await taxedAs("P3")).toBe("intermediate")
      const page = await ask<{ product: { id: string } | null }>(`{ product(handle: "${old}") { id } }`, "a")
      expect(page.data.product?.id).toBe(plate.catalogue_product_id)
      await undoMerge(container, merged, actor)
      expect(await offerRow("P3")).toMatchObject({ catalogue_product_id: saucer.catalogue_product_id })
      expect(await taxedAs("P3")).toBe("reduced")
      const apart = await ask<{ product: { id: string } | null }>(`{ product(handle: "${old}") { id } }`, "a")
      expect(apart.data.product?.id).toBe(saucer.catalogue_product_id)
      await expect(undoMerge(container, merged, actor)).rejects.toMatchObject({ code: "CONFLICT" })

      // Split: a variant that only a seller offers becomes an article of its own.
      const [set] = await createCatalogueProducts(container, [
        {
          ...article("Saladier"),
          categories: ["tasses"],
          variants: ["Grand", "Petit"].map((title, n) => ({
            title,
            sku: `SAL-${n}`,
            gtins: [withCheckDigit(`37612340001${n}`)],
            price: null,
            stock: 0,
            options: { Taille: title },
          })),
        },
      ])
      await saveOffers(container, shop.sellerB, [{ ...offer, sku: "SAL", gtin: withCheckDigit("376123400011") }])
      await setProductVatClass(container, set!.productId, "super_reduced")
      const made = await splitVariant(container, {
        variantId: set!.variantIds[1]!,
        title: { fr: "Petit saladier", en: "Small salad bowl" },
        actor,
        reason: "Autre article",
      })
      expect((await offerRow("SAL")).catalogue_product_id).toBe(made)
      expect([await classOf(made), await taxedAs("SAL")]).toEqual(["super_reduced", "super_reduced"])
      const [bowl] = await readProducts(container, [made])
      expect(bowl).toMatchObject({ title: { en: "Small salad bowl" }, status: "published" })
      expect(bowl!.variants[0]!.offers).toMatchObject([{ sellerId: shop.sellerB, price: 900 }])
      await expect(
        splitVariant(container, { variantId: shop.variants.shirt, title: { fr: "x", en: "" }, actor, reason: "x" }),
      ).rejects.toMatchObject({ code: "BAD_INPUT" })

      // The buy box by the operator's strategy, and the retailer's share of it.
      await changeRetailerPrices(container, [{ variantId: plate.catalogue_variant_id, price: cents(890) }])
      expect(await measureShare(container)).toMatchObject({ retailerContested: expect.any(Number) })
      await saveBuyBox(
        container,
        { strategy: "weighted", weights: { price: 0, leadTime: 0, stock: 0, quality: 0, condition: 1 } },
        actor,
      )
      const rule = await ask<{ buyBoxRule: string }>(`{ buyBoxRule(locale: en) }`, "a")
      expect(rule.data.buyBoxRule).toContain("condition (100%)")
    })

    it("keeps what lacks a gate off the shelf, and follows the catalogue product", async () => {
      const mug = async () => {
        const [row] = await marketplaceOf(container).listOffers({ seller_id: shop.sellerA })
        const [product] = await readProducts(container, [row!.catalogue_product_id])
        const backing = (await knexOf(container)("product").where({ id: row!.product_id }).first("status")) as {
          status: string
        }
        return { product: product!, row: row!, status: backing.status }
      }
      const before = await mug()
      expect([before.product.status, before.status]).toEqual(["published", "published"])

      // Warnings become a must of mugs: the mug is held, and says why.
      const rules = [
        ...DEFAULT_POLICY.rules,
        { requirement: "warnings" as const, categories: ["maison"], level: "BLOCK" as const },
      ]
      await savePolicy(container, { ...DEFAULT_POLICY, rules }, "user_1")
      const held = await mug()
      expect([held.product.status, held.product.heldBy, held.status]).toEqual(["held", ["warnings"], "draft"])
      expect((await offersOf("a")).items[0]).toMatchObject({ heldBy: ["warnings"], offer: { state: "PENDING" } })
      await savePolicy(container, DEFAULT_POLICY, "user_1")
      expect((await mug()).status).toBe("published")

      // EPR: the category is locked until the seller has the number of its stream.
      await savePolicy(
        container,
        { ...DEFAULT_POLICY, epr: [{ stream: "packaging", categories: ["tasses"] }] },
        "user_1",
      )
      const locked = await mug()
      expect([locked.row.held_by, locked.status, locked.product.status]).toEqual([
        ["epr:packaging"],
        "draft",
        "published",
      ])
      await knexOf(container)("marketplace_seller_epr").insert({
        seller_id: shop.sellerA,
        stream: "packaging",
        number: "FR000000_01AAAA",
        at: time.now,
      })
      await saveOffers(container, shop.sellerA, [{ sku: "A-MUG", stock: 4 }])
      expect((await mug()).status).toBe("published")

      // Somebody takes the catalogue product off in Medusa's own dashboard.
      await updateProductsWorkflow(container).run({
        input: { selector: { id: before.product.id }, update: { status: "draft" } },
      })
      for (let turn = 0; turn < 50 && (await mug()).status !== "draft"; turn += 1)
        await new Promise((r) => setTimeout(r, 100))
      expect((await mug()).status).toBe("draft")
      expect((await offersOf("a")).items[0]).toMatchObject({ heldBy: ["unlisted"] })
    })
  },
})
