import { type ChildProcess, execFile, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK } from "@gondola/kit"
import { Webhook } from "standardwebhooks"
import { SCOPES } from "./api-keys/key"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { placeOrder } from "./orders/place-order"
import { acceptSellerOrder } from "./orders/accept-order"
import { sellerOrderHead } from "./orders/seller-order-head"
import { shipParcel } from "./orders/ship-parcel"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"
import { deliverWebhooks } from "./webhooks/deliver-webhooks"
import { EVENT_TYPES } from "./webhooks/event-types"

jest.setTimeout(240_000)

const ROOT = join(__dirname, "../../..")
/** The examples of the page, in its order: ```js run, ```sh run, ```js run receiver. */
const examples = [
  ...readFileSync(join(ROOT, "docs/seller-api.md"), "utf8").matchAll(/^```(js|sh) run( receiver)?\n([\s\S]*?)^```/gm),
].map(([, language, receiver, code]) => ({ language, receiver: Boolean(receiver), code: code! }))

interface Answer {
  readonly status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an HTTP answer is what the assertions make of it
  readonly data: any
  readonly headers: Readonly<Record<string, string>>
}

interface Got {
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    let shop: ThreeSellers
    let now = new Date()
    let receiver: Server
    let got: Got[] = []
    let respond: () => number = () => 204

    beforeAll(async () => {
      receiver = createServer((req, res) => {
        let body = ""
        req.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")))
        req.on("end", () => {
          got.push({ body, headers: req.headers })
          res.writeHead(respond()).end("thank you")
        })
      })
      await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done))
    })
    afterAll(() => new Promise((done) => receiver.close(done)))
    beforeEach(async () => {
      shop = await openThreeSellers(container())
      now = new Date()
      container().register(CLOCK, asValue({ now: () => now }))
      got = []
      respond = () => 204
    })
    const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000))
    const hook = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`

    const memberToken = async (email: string) => {
      const [member] = await marketplaceOf(container()).listSellerMembers({ email })
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: member!.id, actor_type: "seller_member", auth_identity_id: "x" }
      return generateJwtToken({ ...claims, app_metadata: {}, user_metadata: {} } as never, {
        secret: http.jwtSecret as string,
        expiresIn: "1h",
      })
    }
    const graphql = async (token: string, query: string, variables: object = {}) => {
      const headers = { authorization: `Bearer ${token}` }
      const { data } = (await api.post("/graphql", { query, variables }, { headers })) as Answer
      return { data: data.data, error: data.errors?.[0] } as {
        data: Answer["data"]
        error?: { message: string; extensions: { code: string; details?: { scope?: string } } }
      }
    }
    const KEY = `mutation ($name: String!, $scopes: [String!]!, $days: Int) {
      createApiKey(name: $name, scopes: $scopes, expiresInDays: $days) { key apiKey { id prefix scopes valid } } }`
    const keyOf = async (email: string, scopes: readonly string[], days: number | null = null) => {
      const answer = await graphql(await memberToken(email), KEY, { name: "ERP", scopes, days })
      if (answer.error) throw new Error(answer.error.message)
      return answer.data.createApiKey as { key: string; apiKey: { id: string; prefix: string } }
    }
    const ALL = SCOPES
    const rest = (key: string | null, method: string, path: string, body?: unknown): Promise<Answer> =>
      api
        .request({
          method,
          url: `/seller/v1${path}`,
          data: body,
          headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), "content-type": "application/json" },
        })
        .then(
          (answer: Answer) => answer,
          (error: { response: Answer }) => error.response,
        )
    const sell = async () => {
      const { orderId, number } = await placeOrder(container(), await fillBasket(container(), shop))
      const head = (seller: string) => sellerOrderHead(container(), seller, { orderId })
      return { orderId, number, a: await head(shop.sellerA), b: await head(shop.sellerB) }
    }
    const setRole = (email: string, role: string) =>
      knexOf(container())("marketplace_seller_member").where({ email }).update({ role })

    describe("keys", () => {
      it("are made by owners only, shown once, kept as hashes and written into the trail", async () => {
        const { key, apiKey } = await keyOf(shop.emailA, ["orders:read"])
        expect(key).toMatch(/^gnd_[\w-]{43}$/)
        expect(key.startsWith(apiKey.prefix)).toBe(true)
        const [row] = await knexOf(container())("marketplace_api_key").select("*")
        expect(JSON.stringify(row)).not.toContain(key)
        const token = await memberToken(shop.emailA)
        const list = await graphql(
          token,
          `
            {
              apiKeys {
                total
                items {
                  id
                  name
                  prefix
                  lastUsedAt
                  valid
                }
              }
            }
          `,
        )
        expect(list.data.apiKeys).toMatchObject({ total: 1, items: [{ name: "ERP", lastUsedAt: null, valid: true }] })
        expect(await knexOf(container())("marketplace_act").where({ action: "api-key.create" })).toHaveLength(1)
        await expect(keyOf(shop.emailA, ["everything"])).rejects.toThrow(/scope/)
        await expect(keyOf(shop.emailA, [])).rejects.toThrow(/scope/)
        await setRole(shop.emailA, "catalogue")
        await expect(keyOf(shop.emailA, ["orders:read"])).rejects.toThrow(/role/)
      })

      it("end with their date, with their revocation, and never open what asks for a person", async () => {
        const short = await keyOf(shop.emailA, ["orders:read"], 1)
        const token = await memberToken(shop.emailA)
        expect((await rest(short.key, "GET", "/orders")).status).toBe(200)
        const used = await graphql(
          token,
          `
            {
              apiKeys {
                items {
                  lastUsedAt
                }
              }
            }
          `,
        )
        expect(used.data.apiKeys.items[0].lastUsedAt).toBe(now.toISOString())
        later(24 * 60 - 1)
        expect((await rest(short.key, "GET", "/orders")).status).toBe(200)
        later(2)
        expect((await rest(short.key, "GET", "/orders")).status).toBe(401)
        now = new Date()
        const long = await keyOf(shop.emailA, ALL)
        const revoke = `mutation ($id: ID!) { revokeApiKey(id: $id) { valid revokedAt } }`
        const foreign = await graphql(await memberToken(shop.emailB), revoke, { id: long.apiKey.id })
        expect(foreign.error?.extensions.code).toBe("NOT_FOUND")
        for (const query of [`{ apiKeys { total } }`, `{ mails { total } }`, `{ sellerTeam { members { id } } }`])
          expect((await graphql(long.key, query)).error?.extensions.code).toBe("NOT_ALLOWED")
        expect((await graphql(long.key, KEY, { name: "x", scopes: ALL })).error?.extensions.code).toBe("NOT_ALLOWED")
        expect(
          (
            await graphql(
              long.key,
              `
                {
                  sellerAccount {
                    name
                  }
                }
              `,
            )
          ).data.sellerAccount.name,
        ).toBe("Tasses & Cie")
        expect((await graphql(token, revoke, { id: long.apiKey.id })).data.revokeApiKey.valid).toBe(false)
        expect((await rest(long.key, "GET", "/orders")).status).toBe(401)
        expect(
          (
            await graphql(
              long.key,
              `
                {
                  sellerAccount {
                    name
                  }
                }
              `,
            )
          ).error?.extensions.code,
        ).toBe("NOT_SIGNED_IN")
      })

      it("may call so often a minute and no more", async () => {
        const { key } = await keyOf(shop.emailA, ["orders:read"])
        const calls = await Promise.all(Array.from({ length: 610 }, () => rest(key, "GET", "/nothing-here")))
        expect(calls.filter((each) => each.status === 404)).toHaveLength(600)
        const refused = calls.find((each) => each.status === 429)!
        expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0)
        const other = await keyOf(shop.emailA, ["orders:read"])
        expect((await rest(other.key, "GET", "/orders")).status).toBe(200)
      })
    })

    describe("the REST surface", () => {
      it("sells nothing but what is described: wrong bodies, methods and paths are told so", async () => {
        const { key } = await keyOf(shop.emailA, ALL)
        const bad: [string, string, unknown, number][] = [
          ["PUT", "/offers", {}, 400],
          ["PUT", "/offers", { offers: Array.from({ length: 101 }, (_, i) => ({ sku: `S${i}` })) }, 400],
          ["PUT", "/offers", { offers: [{ sku: "A-MUG", price: 12.5 }] }, 400],
          ["PUT", "/offers", { offers: [{ sku: "A-MUG", seller_id: shop.sellerB }] }, 400],
          ["GET", "/orders?pageSize=1000", undefined, 400],
          ["GET", "/statement?month=2026-13", undefined, 400],
          ["DELETE", "/offers", undefined, 405],
          ["GET", "/everything", undefined, 404],
        ]
        for (const [method, path, body, status] of bad) {
          const answer = await rest(key, method, path, body)
          expect([method, path, answer.status, typeof answer.data.error.message]).toEqual([
            method,
            path,
            status,
            "string",
          ])
        }
      })
    })

    describe("webhooks", () => {
      const CREATE = `mutation ($url: String!, $events: [String!]!) {
        createWebhookEndpoint(url: $url, events: $events) { secret endpoint { id state } } }`
      const listen = async (email: string, events: readonly string[] = EVENT_TYPES) => {
        const answer = await graphql(await memberToken(email), CREATE, { url: hook(), events })
        if (answer.error) throw new Error(answer.error.message)
        return answer.data.createWebhookEndpoint as { secret: string; endpoint: { id: string } }
      }
      const LOG = `query ($id: ID) { webhookDeliveries(endpointId: $id) { total items {
        id eventId type state data attempts { status excerpt error } } } }`
      const log = async (email: string, id: string | null = null) =>
        (await graphql(await memberToken(email), LOG, { id })).data.webhookDeliveries as {
          total: number
          items: { id: string; eventId: string; type: string; state: string; attempts: { status: number | null }[] }[]
        }

      it("tell each seller of its own part, signed, once, with nothing personal in it", async () => {
        const a = await listen(shop.emailA)
        await listen(shop.emailB, ["payout.paid"])
        const order = await sell()
        await acceptSellerOrder(container(), order.a)
        await shipParcel(container(), order.a, { carrier: "Colissimo", trackingNumber: "6A1", lines: null })
        await Promise.all([deliverWebhooks(container()), deliverWebhooks(container())])
        await deliverWebhooks(container())
        const events = got.map(({ body, headers }) =>
          new Webhook(a.secret).verify(body, headers as Record<string, string>),
        ) as {
          id: string
          type: string
          data: Record<string, unknown>
        }[]
        expect(events.map((event) => event.type).sort()).toEqual(["order.placed", "parcel.shipped"])
        expect(events.every((event) => event.data.orderId === order.a.id)).toBe(true)
        expect(JSON.stringify(got.map((each) => each.body))).not.toMatch(/camille|durand|@/i)
        const delivered = await log(shop.emailA)
        expect(delivered.total).toBe(2)
        expect(delivered.items[0]).toMatchObject({ state: "DELIVERED", attempts: [{ status: 204, excerpt: null }] })
        expect((await log(shop.emailB)).total).toBe(0)
        const foreign = await graphql(await memberToken(shop.emailB), LOG, { id: a.endpoint.id })
        expect(foreign.error?.extensions.code).toBe("NOT_FOUND")
      })

      it("are tried again later with the same id, given up at last, and sent again by hand", async () => {
        const a = await listen(shop.emailA, ["order.placed"])
        respond = () => 500
        await sell()
        let waited = 0
        for (const wait of [0, 1, 5, 15, 60, 180, 360, 720, 1440]) {
          later(wait - (wait ? 0.5 : 0))
          if (wait) {
            await deliverWebhooks(container())
            expect(got).toHaveLength(waited)
            later(0.5)
          }
          await deliverWebhooks(container())
          waited += 1
          expect(got).toHaveLength(waited)
        }
        later(100_000)
        await deliverWebhooks(container())
        expect(got).toHaveLength(9)
        expect(new Set(got.map((each) => each.headers["webhook-id"])).size).toBe(1)
        expect(new Set(got.map((each) => each.headers["webhook-timestamp"])).size).toBe(9)
        const [dead] = (await log(shop.emailA)).items
        expect(dead).toMatchObject({ state: "DEAD" })
        expect(dead!.attempts).toHaveLength(9)
        respond = () => 200
        const RESEND = `mutation ($id: ID!) { resendWebhookDelivery(id: $id) { state } }`
        const foreign = await graphql(await memberToken(shop.emailB), RESEND, { id: dead!.id })
        expect(foreign.error?.extensions.code).toBe("NOT_FOUND")
        await graphql(await memberToken(shop.emailA), RESEND, { id: dead!.id })
        await deliverWebhooks(container())
        const last = got.at(-1)!
        expect(last.headers["webhook-id"]).toBe(dead!.eventId)
        expect((await log(shop.emailA)).items[0]).toMatchObject({ state: "DELIVERED" })
        expect(() => new Webhook(a.secret).verify(last.body, last.headers as Record<string, string>)).toThrow(
          /timestamp/i,
        )
      })

      it("stop after 25 failures in a row or a 410, with a mail, and go on when they are switched on", async () => {
        const a = await listen(shop.emailA, ["offer.changed"])
        respond = () => 503
        const { key } = await keyOf(shop.emailA, ["catalogue:write"])
        for (let i = 0; i < 26; i++) await rest(key, "PUT", "/offers", { offers: [{ sku: "A-MUG", price: 1300 + i }] })
        await deliverWebhooks(container())
        const ENDPOINTS = `{ webhookEndpoints { id state disabledReason failures } }`
        const token = await memberToken(shop.emailA)
        const [off] = (await graphql(token, ENDPOINTS)).data.webhookEndpoints
        expect(off).toMatchObject({ state: "DISABLED", disabledReason: "HTTP 503" })
        expect(got.length).toBeLessThanOrEqual(26)
        const mails = await knexOf(container())("marketplace_notification").where({ kind: "webhook.disabled" })
        expect(mails).toHaveLength(1)
        await rest(key, "PUT", "/offers", { offers: [{ sku: "A-MUG", price: 1400 }] })
        const calls = got.length
        later(5)
        await deliverWebhooks(container())
        expect(got).toHaveLength(calls)
        const ON = `mutation ($id: ID!) { changeWebhookEndpoint(id: $id, active: true) { state failures } }`
        expect((await graphql(token, ON, { id: a.endpoint.id })).data.changeWebhookEndpoint).toEqual({
          state: "ACTIVE",
          failures: 0,
        })
        respond = () => 410
        await rest(key, "PUT", "/offers", { offers: [{ sku: "A-MUG", price: 1500 }] })
        await deliverWebhooks(container())
        expect((await graphql(token, ENDPOINTS)).data.webhookEndpoints[0].disabledReason).toBe("HTTP 410")
      })

      it("are signed by both secrets for a day when one is exchanged", async () => {
        const a = await listen(shop.emailA, ["order.placed"])
        const token = await memberToken(shop.emailA)
        const ROTATE = `mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret endpoint { bothSignUntil } } }`
        const { secret } = (await graphql(token, ROTATE, { id: a.endpoint.id })).data.rotateWebhookSecret
        const TRY = `mutation ($id: ID!) { tryWebhookEndpoint(id: $id) }`
        const ping = async () => {
          await graphql(token, TRY, { id: a.endpoint.id })
          await deliverWebhooks(container())
          const { body, headers } = got.at(-1)!
          return (key: string) => new Webhook(key).verify(body, headers as Record<string, string>) as { type: string }
        }
        const during = await ping()
        expect(during(secret).type).toBe("ping")
        expect(during(a.secret).type).toBe("ping")
        await knexOf(container())("marketplace_webhook_endpoint").update({ previous_until: now })
        const after = await ping()
        expect(after(secret).type).toBe("ping")
        expect(() => after(a.secret)).toThrow(/signature/i)
        const [row] = await knexOf(container())("marketplace_webhook_endpoint").select("*")
        expect(JSON.stringify(row)).not.toContain(secret.slice(6))
      })
    })

    describe("the page docs/seller-api.md", () => {
      const address = () => String(api.defaults.baseURL)
      const run = (example: { language?: string; code: string }, env: Record<string, string>): Promise<string> =>
        new Promise((done, failed) => {
          const all = { ...process.env, NODE_OPTIONS: "", ...env }
          const [file, args] =
            example.language === "js"
              ? [process.execPath, ["--input-type=module", "-e", example.code]]
              : ["sh", ["-c", example.code]]
          execFile(file, args, { env: all, cwd: __dirname }, (error, out, err) =>
            error ? failed(new Error(`${error.message}\n${err}`)) : done(out),
          )
        })

      it("has examples that work as they stand", async () => {
        const { number } = await sell()
        const { key } = await keyOf(shop.emailA, ALL)
        const env = { GONDOLA_API: address(), GONDOLA_KEY: key }
        const said: string[] = []
        for (const example of examples.filter((each) => !each.receiver)) said.push(await run(example, env))
        expect(said).toHaveLength(8)
        expect(said[0]).toContain("A-MUG: ")
        expect(said[0]).toContain("A-MUG updated")
        expect(said[0]).toContain("NEW-1 BAD_GTIN")
        expect(JSON.parse(said[1]!).items[0]).toMatchObject({
          sku: "A-MUG",
          offer: { price: { amount: 1250 }, inStock: 7 },
        })
        expect(said[2]).toBe("done: 1 updated, 0 left out\n")
        expect(said[3]).toContain("A-MUG")
        expect(said[4]).toBe(`${number} SHIPPED\n`)
        expect(said[5]).toBe("true 1\napplication/pdf\n")
        expect(said[6]).toBe("agrees to the cent\n")
        expect(said[7]).toBe("1\n")
      })

      it("shows a receiver that refuses what is forged or late and folds what is doubled", async () => {
        const secret = `whsec_${Buffer.from("0123456789abcdef01234567").toString("base64")}`
        const port = 42_000 + (process.pid % 10_000)
        const { code } = examples.find((each) => each.receiver)!
        const child: ChildProcess = spawn(process.execPath, ["--input-type=module", "-e", code], {
          env: { ...process.env, NODE_OPTIONS: "", GONDOLA_WEBHOOK_SECRET: secret, PORT: String(port) },
          cwd: __dirname,
        })
        try {
          await new Promise<void>((done, failed) => {
            child.stdout!.on("data", (chunk: Buffer) => chunk.toString().includes("listening") && done())
            child.on("exit", () => failed(new Error("the example ended")))
          })
          const send = async (at: Date, key = secret, change = (body: string) => body) => {
            const body = JSON.stringify({ id: "whe_1", type: "order.placed", data: {} })
            const headers = {
              "webhook-id": "whe_1",
              "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
              "webhook-signature": new Webhook(key).sign("whe_1", at, body),
            }
            const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", headers, body: change(body) })
            return [answer.status, await answer.text()]
          }
          const present = new Date()
          expect(await send(present, `whsec_${Buffer.from("another secret of 24 byte").toString("base64")}`)).toEqual([
            401,
            "forged or late",
          ])
          expect(await send(present, secret, (body) => body.replace("placed", "paid"))).toEqual([401, "forged or late"])
          expect(await send(new Date(present.getTime() - 600_000))).toEqual([401, "forged or late"])
          expect(await send(present)).toEqual([204, ""])
          expect(await send(present)).toEqual([200, "known already"])
        } finally {
          child.kill("SIGKILL")
        }
      })
    })
  },
})
