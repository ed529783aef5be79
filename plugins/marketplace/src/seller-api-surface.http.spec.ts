import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import Ajv from "ajv/dist/2020"
import { SCOPES } from "./api-keys/key"
import { closeLastMonth } from "./billing/close-month"
import { workImports } from "./imports/work-imports"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { acceptSellerOrder } from "./orders/accept-order"
import { sellerOrderHead } from "./orders/seller-order-head"
import { finishRuns } from "./payouts/run-payouts"
import { forgetApiCalls } from "./seller-api/once"
import { openApi } from "./seller-api/open-api"
import { sellerOperations } from "./seller-api/operations"
import { openOrderDesk, type OrderDesk } from "./testing/order-desk"
import { exampleOf } from "./testing/example-of"
import { deliverWebhooks } from "./webhooks/deliver-webhooks"
import { EVENT_TYPES, EVENTS, type EventType, PING } from "./webhooks/event-types"

jest.setTimeout(300_000)

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
const DAY = 86_400_000

interface Answer {
  readonly status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an HTTP answer is what the assertions make of it
  readonly data: any
  readonly headers: Readonly<Record<string, string>>
}

interface Described {
  readonly operationId: string
  readonly "x-scope": string
  readonly parameters: readonly { name: string; in: string }[]
  readonly requestBody?: { content: Record<string, { schema: object }> }
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const desk: OrderDesk = openOrderDesk(getContainer, api as never)
    const { container } = desk

    const rest = (key: string | null, method: string, path: string, sent: unknown = undefined, headers = {}) =>
      (api as unknown as { request(config: object): Promise<Answer> })
        .request({
          method,
          url: `/seller/v1${path}`,
          data: sent,
          headers: {
            ...(key ? { authorization: `Bearer ${key}` } : {}),
            "content-type": Buffer.isBuffer(sent) ? "application/octet-stream" : "application/json",
            ...headers,
          },
        })
        .catch((error: { response: Answer }) => error.response)
    const keyFor = async (email: string, scopes: readonly string[] = SCOPES): Promise<string> => {
      const { data } = await desk.graphql(
        `mutation ($scopes: [String!]!) { createApiKey(name: "ERP", scopes: $scopes) { key } }`,
        { scopes },
        await desk.sellerToken(email),
      )
      return (data.createApiKey as { key: string }).key
    }
    const parts = async () => {
      const { id: orderId } = await desk.place()
      const of = (seller: string) => sellerOrderHead(container(), seller, { orderId })
      return { orderId, a: await of(desk.shop.sellerA), b: await of(desk.shop.sellerB) }
    }
    const done = async (call: Promise<Answer>): Promise<Answer["data"]> => {
      const { status, data } = await call
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`)
      return data
    }
    const operator = () => desk.tokenFor("user", "user_operator")

    /** What seller B has of everything, made through the surface itself where a seller makes it. */
    async function thingsOfB(key: string): Promise<Record<string, string>> {
      const everything = { url: "http://127.0.0.1:9/all", events: EVENT_TYPES }
      await done(rest(key, "POST", "/webhooks", everything))
      const { b, orderId } = await parts()
      await acceptSellerOrder(container(), b)
      const { lines } = await done(rest(key, "GET", `/orders/${b.id}`))
      const parcel = { carrier: "Colissimo", trackingNumber: "6A1", lines: [{ lineId: lines[0].id, quantity: 1 }] }
      const shipped = await done(rest(key, "POST", `/orders/${b.id}/ship`, parcel))
      const files = [{ name: "preuve.pdf", data: PDF.toString("base64") }]
      const thread = await done(rest(key, "POST", `/orders/${b.id}/messages`, { body: "Voici la notice.", files }))
      const dispute = { reason: "RETURN_CONTESTED", text: "Le retour est incomplet.", claimed: 100 }
      const opened = await done(rest(key, "POST", `/orders/${b.id}/disputes`, dispute))
      const file = await done(rest(key, "POST", "/import-files?name=x.csv", Buffer.from("sku,stock\nB-LAMP,4\n")))
      const mapping = [
        { field: "sku", column: "sku" },
        { field: "stock", column: "stock" },
      ]
      const saved = await done(rest(key, "PUT", "/import-mappings", { name: "ERP", fields: mapping }))
      const run = await done(rest(key, "POST", "/imports", { uploadId: file.id, mapping }))
      await workImports(container())
      const hook = await done(
        rest(key, "POST", "/webhooks", { url: "http://127.0.0.1:9/x", events: ["offer.changed"] }),
      )
      await done(rest(key, "POST", `/webhooks/${hook.endpoint.id}/try`))
      await deliverWebhooks(container())
      const deliveries = await done(rest(key, "GET", "/webhook-deliveries"))
      const token = await desk.sellerToken(desk.shop.emailB)
      await desk.graphql(
        `mutation { registerPayoutAccount(iban: "FR76 3000 6000 0112 3456 7890 189") { state } }`,
        {},
        token,
      )
      await desk.graphql(
        `mutation ($id: ID!) { verifyPayoutAccount(sellerId: $id, accepted: true) { sellerId }
          chargeFee(input: { sellerId: $id, kind: CREDIT, amount: 5000, reason: "Geste", idempotencyKey: "credit-1" }) { id }
          startPayoutRun(key: "run-1", sellerId: $id) { id } }`,
        { id: desk.shop.sellerB },
        operator(),
      )
      await finishRuns(container())
      const payouts = await done(rest(key, "GET", "/payouts"))
      desk.now = new Date(Date.now() + 40 * DAY)
      await closeLastMonth(container())
      const documents = await done(rest(key, "GET", "/documents"))
      desk.now = null
      const [offer] = await marketplaceOf(container()).listOffers({ seller_id: desk.shop.sellerB })
      return {
        orderId,
        "/offers": offer!.id,
        "/orders": b.id,
        parcelId: shipped.parcels[0].id,
        fileId: thread.messages[0].files[0].id,
        "/disputes": opened.id,
        "/import-files": file.id,
        "/import-mappings": saved.id,
        "/imports": run.id,
        "/webhooks": hook.endpoint.id,
        "/webhook-deliveries": deliveries.items[0].id,
        "/payouts": payouts.items[0].id,
        "/documents": documents.items[0].id,
      }
    }

    it("answers every path of its description with the scope only, and another's real things with 404", async () => {
      const keyB = await keyFor(desk.shop.emailB)
      const keyA = await keyFor(desk.shop.emailA)
      const things = await thingsOfB(keyB)
      const document = (await rest(null, "GET", "/openapi.json")).data as {
        paths: Record<string, Record<string, Described>>
      }
      const walked: string[] = []
      const wrong: unknown[] = []
      const lacking = new Map<string, string>()
      for (const scope of SCOPES)
        lacking.set(
          scope,
          await keyFor(
            desk.shop.emailA,
            SCOPES.filter((s) => s !== scope),
          ),
        )
      const tell = (id: string, expected: number, { status, data }: Answer, rest: object = {}) => {
        if (status !== expected) wrong.push({ id, expected, status, data, ...rest })
      }
      for (const [path, methods] of Object.entries(document.paths))
        for (const [method, { operationId: id, "x-scope": scope, requestBody }] of Object.entries(methods)) {
          const root = `/${path.split("/")[1]}`
          const real = path.replace(/\{(\w+)\}/g, (_all, name: string) => things[name] ?? things[root] ?? "missing")
          if (real.includes("missing")) throw new Error(`seller B has nothing for ${path}: make it in thingsOfB`)
          const [media, { schema }] = Object.entries(requestBody?.content ?? { "application/json": { schema: {} } })[0]!
          const sent = !requestBody
            ? undefined
            : media === "application/json"
              ? exampleOf(schema)
              : Buffer.from("sku\nX\n")
          tell(id, 401, await rest(null, method, real, sent))
          tell(id, 401, await rest("gnd_wrong", method, real, sent))
          const narrow = await rest(lacking.get(scope)!, method, real, sent)
          tell(id, 403, narrow)
          expect([id, narrow.data.error.details]).toEqual([id, { scope }])
          if (path.includes("{")) tell(id, 404, await rest(keyA, method, real, sent), { real, sent })
          walked.push(id)
        }
      expect(wrong).toEqual([])
      expect(walked.sort()).toEqual(
        sellerOperations()
          .map((each) => each.id)
          .sort(),
      )
      // Ids in a body are another's as little.
      const bodies: [string, object, number][] = [
        ["/offers/bulk", { ids: [things["/offers"]], change: { stock: 1 } }, 404],
        ["/imports", { uploadId: things["/import-files"], mapping: [{ field: "sku", column: "sku" }] }, 404],
        ["/orders/accept", { ids: [things["/orders"]] }, 404],
      ]
      for (const [path, body, status] of bodies)
        expect([path, (await rest(keyA, "POST", path, body)).status]).toEqual([path, status])
      // What its programs were told on the way is what the list of events says, and no more.
      const told = (await knexOf(container())("marketplace_webhook_event")
        .where({ seller_id: desk.shop.sellerB })
        .select("type", "data")) as { type: EventType | typeof PING; data: object }[]
      expect([...new Set(told.map(({ type }) => type))].sort()).toEqual([
        "dispute.opened",
        "document.issued",
        "import.finished",
        "offer.changed",
        "order.placed",
        "parcel.shipped",
        PING,
      ])
      for (const { type, data } of told)
        if (type !== PING) expect([type, Object.keys(data).sort()]).toEqual([type, [...EVENTS[type].data].sort()])
      expect((await rest(keyA, "GET", `/webhook-deliveries?endpointId=${things["/webhooks"]}`)).status).toBe(404)
      // The owner gets the very same things: the walk failed for no other reason.
      for (const path of Object.keys(document.paths).filter((each) => document.paths[each]!.get)) {
        const root = `/${path.split("/")[1]}`
        const real = path.replace(/\{(\w+)\}/g, (_all, name: string) => things[name] ?? things[root]!)
        const answer = await rest(keyB, "GET", real)
        expect([path, answer.status]).toEqual([path, 200])
      }
      const [after] = await marketplaceOf(container()).listOffers({ seller_id: desk.shop.sellerB })
      expect(after).toMatchObject({ price: 12900, state: "active" })
    })

    it("is described by a valid document of OpenAPI 3.1 and answers as it says", async () => {
      const { Validator } = await import("@seriousme/openapi-schema-validator")
      const validator = new Validator()
      const document = (await rest(null, "GET", "/openapi.json")).data
      expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
      expect(validator.version).toBe("3.1")
      expect(document).toEqual(JSON.parse(JSON.stringify(openApi())))
      await parts()
      const key = await keyFor(desk.shop.emailA)
      const ajv = new Ajv({ strict: false, validateFormats: false })
      for (const path of [
        "/offers",
        "/orders",
        "/balance",
        "/statement",
        "/performance",
        "/figures",
        "/webhook-events",
      ]) {
        const schema = document.paths[path].get.responses["200"].content["application/json"].schema
        const answer = await done(rest(key, "GET", path))
        const fits = ajv.validate(schema, answer)
        expect([path, fits, ajv.errors]).toEqual([path, true, null])
      }
    })

    it("does a deed once for a key, whatever the tries, and tells how many calls are left", async () => {
      const { a } = await parts()
      const key = await keyFor(desk.shop.emailA)
      await acceptSellerOrder(container(), a)
      const once = { "idempotency-key": "order-1-first-parcel" }
      const { lines } = await done(rest(key, "GET", `/orders/${a.id}`))
      const parcel = { carrier: "Colissimo", trackingNumber: "6A1", lines: [{ lineId: lines[0].id, quantity: 1 }] }
      const ship = (body: object = parcel) => rest(key, "POST", `/orders/${a.id}/ship`, body, once)
      const [first, beside] = await Promise.all([ship(), ship()])
      expect([first!.status, beside!.status].sort()).toEqual([200, 409])
      const again = await ship()
      expect([again.status, again.headers["idempotent-replayed"]]).toEqual([200, "true"])
      expect(again.data.parcels).toHaveLength(1)
      expect((await ship({ ...parcel, trackingNumber: "6A2" })).data.error).toMatchObject({ code: "CONFLICT" })
      expect((await rest(key, "GET", `/orders/${a.id}`)).data.parcels).toHaveLength(1)
      // Another seller's key of the same name is its own.
      const other = await rest(await keyFor(desk.shop.emailB), "POST", `/orders/${a.id}/ship`, parcel, once)
      expect(other.status).toBe(404)
      // Nothing of it can be read in the table, and a day later nothing is there.
      const [row] = await knexOf(container())("marketplace_api_call").where({ key: once["idempotency-key"] })
      expect(JSON.stringify(row)).not.toContain("Colissimo")
      desk.now = new Date(Date.now() + DAY - 60_000)
      expect(await forgetApiCalls(container())).toBe(0)
      desk.now = new Date(Date.now() + DAY + 60_000)
      expect(await forgetApiCalls(container())).toBe(1)
      desk.now = null
      // What was refused is not kept: mended, the same key does it.
      const mended = { "idempotency-key": "webhook-one-and-only" }
      const bad = await rest(key, "POST", "/webhooks", { url: "nonsense", events: ["payout.paid"] }, mended)
      expect(bad.status).toBe(400)
      const good = { url: "http://127.0.0.1:9/y", events: ["payout.paid"] }
      const made = await rest(key, "POST", "/webhooks", good, mended)
      const same = await rest(key, "POST", "/webhooks", good, mended)
      expect(same.data).toEqual(made.data)
      expect((await rest(key, "GET", "/webhooks")).data.items).toHaveLength(1)
      expect((await rest(key, "POST", "/webhooks", good, { "idempotency-key": "short" })).status).toBe(400)
      // A process that died holding a key gives it free after a minute.
      const died = { seller_id: desk.shop.sellerA, key: "died-on-the-way-1", fingerprint: "x", claimed_at: new Date() }
      await knexOf(container())("marketplace_api_call").insert(died)
      const stale = { "idempotency-key": died.key }
      expect((await rest(key, "POST", "/webhooks", good, stale)).status).toBe(409)
      const left = Number(made.headers["ratelimit-remaining"])
      expect(made.headers["ratelimit-limit"]).toBe("600")
      expect(left).toBeGreaterThan(0)
      expect(Number(same.headers["ratelimit-remaining"])).toBe(left - 1)
      expect(Number(same.headers["ratelimit-reset"])).toBeGreaterThan(0)
    })

    it("refuses, writes, argues, imports, exports and reads its papers as the portal does", async () => {
      const { a } = await parts()
      const key = await keyFor(desk.shop.emailA)
      const quote = await done(rest(key, "POST", `/orders/${a.id}/refusals/quote`, {}))
      const refusal = { reason: "OUT_OF_STOCK", note: "Plus de stock." }
      const once = { "idempotency-key": "refusal-of-order-1" }
      const refused = await done(rest(key, "POST", `/orders/${a.id}/refusals`, refusal, once))
      expect(refused).toMatchObject({ state: "REFUSED", redress: [{ reason: "OUT_OF_STOCK", amount: quote.total }] })
      const history = await done(rest(key, "GET", `/orders/${a.id}/history`))
      expect(history.events.map((each: { kind: string }) => each.kind)).toContain("REFUSED")
      const { a: second } = await parts()
      await acceptSellerOrder(container(), second)
      const files = [{ name: "notice.pdf", data: PDF.toString("base64") }]
      const thread = await done(rest(key, "POST", `/orders/${second.id}/messages`, { body: "Bonjour.", files }))
      const file = thread.messages[0].files[0]
      const got = await rest(key, "GET", `/orders/${second.id}/files/${file.id}`)
      expect([got.status, got.headers["content-type"], got.data]).toEqual([200, "application/pdf", PDF.toString()])
      expect(got.headers["content-disposition"]).toContain("notice.pdf")
      const { lines } = await done(rest(key, "GET", `/orders/${second.id}`))
      const parcel = { carrier: "C", trackingNumber: "1", lines: [{ lineId: lines[0].id, quantity: 1 }] }
      await done(rest(key, "POST", `/orders/${second.id}/ship`, parcel))
      const dispute = { reason: "RETURN_CONTESTED", text: "Rien dans le colis.", claimed: 100, files }
      const opened = await done(rest(key, "POST", `/orders/${second.id}/disputes`, dispute))
      expect(opened).toMatchObject({
        state: "OPEN",
        claimed: { amount: 100 },
        evidence: [{ files: [{ mime: "application/pdf" }] }],
      })
      expect((await done(rest(key, "GET", `/disputes/${opened.id}`))).id).toBe(opened.id)
      expect((await done(rest(key, "POST", `/disputes/${opened.id}/moves`, { move: "WITHDRAW" }))).state).toBe("CLOSED")
      // JSON is a file too where a file is handed in.
      const json = JSON.stringify([
        { sku: "A-MUG", stock: 3 },
        { sku: "NOPE", price: "12.00", gtin: "1" },
      ])
      const type = { "content-type": "application/json" }
      const uploaded = await done(rest(key, "POST", "/import-files?name=stock.json", Buffer.from(json), type))
      const seen = await done(rest(key, "GET", `/import-files/${uploaded.id}`))
      expect(seen).toMatchObject({ format: "json", total: 2, file: "stock.json" })
      const run = await done(rest(key, "POST", "/imports", { uploadId: uploaded.id, mapping: seen.guess }))
      await workImports(container())
      for (let tries = 0; tries < 50; tries++) {
        const { state } = await done(rest(key, "GET", `/imports/${run.id}`))
        if (state !== "waiting" && state !== "running") break
        await new Promise((wait) => setTimeout(wait, 100))
      }
      const ended = await done(rest(key, "GET", `/imports/${run.id}`))
      expect(ended).toMatchObject({ total: 2, updated: 1, failed: 1 })
      expect((await done(rest(key, "GET", `/imports/${run.id}/problems`))).items[0]).toMatchObject({ key: "NOPE" })
      expect((await rest(key, "GET", `/imports/${run.id}/report`)).data).toContain("NOPE")
      const bulk = await done(rest(key, "POST", "/offers/bulk", { filter: { search: "A-MUG" }, change: { stock: 9 } }))
      expect(bulk).toMatchObject({ total: 1, changed: 1, refused: [] })
      const exported = await rest(key, "GET", "/offers/export?search=A-MUG")
      expect(exported.headers["content-type"]).toBe("text/csv; charset=utf-8")
      expect(exported.data).toContain("A-MUG")
      desk.now = new Date(Date.now() + 40 * DAY)
      await closeLastMonth(container())
      const documents = await done(rest(key, "GET", "/documents?kind=STATEMENT"))
      desk.now = null
      const paper = await rest(key, "GET", `/documents/${documents.items[0].id}/file?format=pdf`)
      expect([paper.headers["content-type"], String(paper.data).slice(0, 5)]).toEqual(["application/pdf", "%PDF-"])
      expect((await rest(key, "GET", `/documents/${documents.items[0].id}/file?format=doc`)).status).toBe(400)
    })

    it("tells a wrong call what is wrong with it, in words", async () => {
      const key = await keyFor(desk.shop.emailA)
      const bad: [string, string, unknown, number, RegExp][] = [
        ["GET", "/orders?state=SOMETHING", undefined, 400, /state.*SOMETHING/],
        ["GET", "/orders?stat=SHIPPED", undefined, 400, /stat/],
        ["GET", "/orders?page=two", undefined, 400, /page/],
        ["GET", "/orders?pageSize=1000", undefined, 400, /pageSize/],
        ["POST", "/offers/bulk", { change: { colour: "red" } }, 400, /colour/],
        ["POST", "/offers/bulk", [], 400, /JSON object/],
        ["POST", "/imports", {}, 400, /uploadId/],
        ["POST", "/import-files?name=x.csv", Buffer.from(""), 400, /./],
        ["PATCH", "/orders", {}, 405, /not possible/],
      ]
      for (const [method, path, sent, status, words] of bad) {
        const answer = await rest(key, method, path, sent)
        expect([method, path, answer.status]).toEqual([method, path, status])
        expect(answer.data.error.message).toMatch(words)
      }
    })
  },
})
