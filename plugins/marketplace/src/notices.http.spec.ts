import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK } from "@gondola/kit"
import { asValue } from "@medusajs/framework/awilix"
import { SMTPServer } from "smtp-server"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { deliverMails } from "./notifications/deliver-mails"
import type { NotificationRow } from "./notifications/notification-row"
import { notify, type Notification } from "./notifications/notify"
import { placeOrder } from "./orders/place-order"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"
import { recordAct } from "./trail/record-act"
import { sealActs } from "./trail/seal-acts"
import { trailAudit } from "./trail/verify-chain"

jest.setTimeout(240_000)

const PORT = 21_000 + (process.pid % 20_000)
// Before the runner reads medusa-config.js; its own `env` comes too late for that.
Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${PORT}`, MAIL_FROM: "La Halle <contact@halle.example>" })

/** A mail server of the test: what it took, and what it answers next. */
const taken: { to: string; message: string }[] = []
let answer: number | null = null
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  logger: false,
  onData(stream, session, done) {
    let message = ""
    stream.on("data", (chunk: Buffer) => (message += chunk.toString("utf8")))
    stream.on("end", () => {
      if (answer !== null) {
        const refusal = Object.assign(new Error("not today"), { responseCode: answer })
        return done(refusal)
      }
      taken.push({ to: session.envelope.rcptTo[0]!.address, message })
      done()
    })
  },
})

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    let shop: ThreeSellers
    let now = new Date("2026-11-22T08:00:00Z")

    beforeAll(async () => {
      await new Promise<void>((done) => server.listen(PORT, "127.0.0.1", done))
    })
    afterAll(async () => {
      delete process.env.SMTP_URL
      delete process.env.MAIL_FROM
      await new Promise<void>((done) => server.close(() => done()))
    })
    beforeEach(async () => {
      shop = await openThreeSellers(container())
      now = new Date("2026-11-22T08:00:00Z")
      container().register(CLOCK, asValue({ now: () => now }))
      await knexOf(container())("marketplace_notification").del()
      taken.length = 0
      answer = null
    })
    const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000))
    const rows = () =>
      knexOf(container())("marketplace_notification").orderBy("created_at").orderBy("key") as unknown as Promise<
        NotificationRow[]
      >
    const tokenFor = (actor: string, id: string) => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: id, actor_type: actor, auth_identity_id: "x", app_metadata: {}, user_metadata: {} }
      return generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })
    }
    const ask = async (token: string, query: string, variables: object = {}) => {
      const { data } = (await api.post(
        "/graphql",
        { query, variables },
        { headers: { authorization: `Bearer ${token}` } },
      )) as {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is what the assertions make of it
        data: { data: any; errors?: { extensions: { code: string } }[] }
      }
      return { ...data, code: data.errors?.[0]?.extensions.code }
    }
    const memberToken = async (email: string) => {
      const [member] = await marketplaceOf(container()).listSellerMembers({ email })
      return tokenFor("seller_member", member!.id)
    }
    const shipped = (over: Partial<Notification> = {}): Notification => ({
      key: "parcel-1",
      kind: "parcel.shipped",
      to: { email: "Camille@Exemple.fr ", feed: { room: "SELLER", organisationId: shop.sellerA } },
      letter: {
        fr: {
          subject: "Colis expédié : été",
          paragraphs: ["Bonjour Camille"],
          facts: [["Transporteur", "Colissimo"]],
          action: { label: "Suivre", url: "/orders/1" },
        },
        en: { subject: "Parcel shipped", paragraphs: ["Hello Camille"] },
      },
      about: { type: "parcel", id: "1" },
      ...over,
    })

    it("sends what was noted, once, as text and HTML, and tells the bell", async () => {
      await notify(container(), shipped())
      await notify(container(), shipped())
      await notify(container(), shipped({ key: "parcel-2", to: { email: "hans@exemple.fr", locale: "en" } }))
      await Promise.all([deliverMails(container()), deliverMails(container()), deliverMails(container())])
      await deliverMails(container())
      expect(taken.map((mail) => mail.to).sort()).toEqual(["camille@exemple.fr", "hans@exemple.fr"])
      const french = taken.find((mail) => mail.to === "camille@exemple.fr")!.message
      expect(french).toMatch(/^From: La Halle <contact@halle.example>/m)
      expect(french).toMatch(/^Subject: =\?UTF-8\?/m)
      expect(french).toMatch(/multipart\/alternative/)
      expect(french).toMatch(/^Message-ID: <ntf_\w+@notification\.gondola>/m)
      expect(taken.find((mail) => mail.to === "hans@exemple.fr")!.message).toMatch(/^Subject: Parcel shipped$/m)
      expect((await rows()).map((row) => row.mail_state)).toEqual(["sent", "sent"])

      const a = await memberToken(shop.emailA)
      const BELL = `{ notifications { unread total items { id subject read actionUrl } } }`
      const bell = (await ask(a, BELL)).data.notifications
      expect(bell).toMatchObject({ unread: 1, total: 1, items: [{ subject: "Colis expédié : été", read: false }] })
      const b = await memberToken(shop.emailB)
      expect((await ask(b, BELL)).data.notifications).toMatchObject({ unread: 0, total: 0 })
      const MARK = `mutation ($ids: [ID!]) { markNotificationsRead(ids: $ids) }`
      expect((await ask(b, MARK, { ids: [bell.items[0].id] })).code).toBe("NOT_FOUND")
      expect((await ask(a, BELL)).data.notifications.unread).toBe(1)
      expect((await ask(a, MARK, {})).data.markNotificationsRead).toBe(0)
      expect((await ask(a, MARK, {})).data.markNotificationsRead).toBe(0)
      expect((await ask(a, BELL)).data.notifications).toMatchObject({ unread: 0, total: 1, items: [{ read: true }] })
    })

    it("is undone together with the deed that it tells of", async () => {
      const undone = knexOf(container()).transaction(async (trx) => {
        await notify(container(), shipped(), trx)
        await recordAct(
          container(),
          { actor: { type: "SYSTEM", id: "x" }, action: "x.y", subject: { type: "x", id: "1" } },
          trx,
        )
        throw new Error("the deed failed")
      })
      await expect(undone).rejects.toThrow("the deed failed")
      expect(await rows()).toEqual([])
      expect(await knexOf(container())("marketplace_act").where({ action: "x.y" })).toEqual([])
    })

    it("tries again with growing waits, gives up at last, and goes on when the operator says so", async () => {
      answer = 451
      await notify(container(), shipped())
      const waits: number[] = []
      for (let tries = 0; tries < 9; tries++) {
        await deliverMails(container())
        const [row] = await rows()
        if (row!.mail_state === "dead") break
        expect(row).toMatchObject({ mail_state: "waiting", attempts: tries + 1 })
        const wait = (row!.next_attempt_at.getTime() - now.getTime()) / 60_000
        waits.push(wait)
        later(wait - 0.1)
        await deliverMails(container())
        expect((await rows())[0]!.attempts).toBe(tries + 1)
        later(0.1)
      }
      expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720, 1440])
      const [given] = await rows()
      expect(given).toMatchObject({ mail_state: "dead", attempts: 9 })
      expect(given!.last_error).toMatch(/451/)
      expect(taken).toEqual([])
      answer = null
      const operator = tokenFor("user", "user_1")
      const { mails } = (await ask(operator, `{ mails(state: DEAD) { total dead sends items { id lastError } } }`)).data
      expect(mails).toMatchObject({ total: 1, dead: 1, sends: true })
      const RESEND = `mutation ($id: ID!) { resendMail(id: $id) { state } }`
      expect((await ask(operator, RESEND, { id: given!.id })).data.resendMail.state).toBe("WAITING")
      await deliverMails(container())
      expect(taken).toHaveLength(1)
      expect((await ask(operator, RESEND, { id: given!.id })).code).toBe("CONFLICT")
      expect((await ask(operator, RESEND, { id: "nobody" })).code).toBe("NOT_FOUND")
    })

    it("takes a server's no for an answer, and an address that is none for undeliverable", async () => {
      answer = 550
      await notify(container(), shipped())
      await notify(container(), shipped({ key: "parcel-2", to: { email: "not an address" } }))
      await deliverMails(container())
      expect((await rows()).map((row) => [row.mail_state, row.attempts])).toEqual([
        ["dead", 1],
        ["dead", 0],
      ])
    })

    it("sends again what a killed process had claimed, with the same Message-ID", async () => {
      await notify(container(), shipped())
      await knexOf(container())("marketplace_notification").update({
        mail_state: "sending",
        claimed_at: now,
        attempts: 1,
      })
      later(4)
      await deliverMails(container())
      expect(taken).toEqual([])
      later(2)
      await deliverMails(container())
      expect(taken).toHaveLength(1)
      expect((await rows())[0]).toMatchObject({ mail_state: "sent", attempts: 2 })
    })

    it("mails nobody who chose the bell, except for what must be mailed", async () => {
      const a = await memberToken(shop.emailA)
      const SET = `mutation ($kind: String!, $byMail: Boolean!) { setNotificationPreference(kind: $kind, byMail: $byMail) { kind byMail } }`
      const chosen = await ask(a, SET, { kind: "order.placed", byMail: false })
      expect(chosen.data.setNotificationPreference).toContainEqual({ kind: "order.placed", byMail: false })
      expect((await ask(a, SET, { kind: "seller.suspended", byMail: false })).code).toBe("BAD_INPUT")
      const to = { email: shop.emailA }
      await notify(container(), shipped({ key: "o-1", kind: "order.placed", to }))
      await notify(container(), shipped({ key: "s-1", kind: "seller.suspended", to }))
      await deliverMails(container())
      expect((await rows()).map((row) => [row.kind, row.mail_state])).toEqual([
        ["order.placed", "unwanted"],
        ["seller.suspended", "sent"],
      ])
    })

    it("hides the reader's own link from the operator once the mail has left", async () => {
      const letter = {
        subject: "Invitation",
        paragraphs: ["x"],
        action: { label: "Join", url: "https://portal.example/join?token=s3cret" },
      }
      await notify(container(), shipped({ letter: { fr: letter, en: letter } }))
      await deliverMails(container())
      const operator = tokenFor("user", "user_1")
      const { mails } = (await ask(operator, `{ mails(search: "camille") { items { html text state } } }`)).data
      expect(mails.items[0].state).toBe("SENT")
      expect(mails.items[0].html + mails.items[0].text).not.toContain("s3cret")
      expect(taken[0]!.message).toContain("s3cret")
    })

    describe("the audit trail", () => {
      const actor = { type: "OPERATOR" as const, id: "user_1" }

      it("tells the whole story of an order out of every book, with seals that fit", async () => {
        const { orderId, number } = await placeOrder(container(), await fillBasket(container(), shop))
        const other = await placeOrder(container(), await fillBasket(container(), shop))
        await recordAct(container(), {
          actor,
          action: "order.inspect",
          subject: { type: "order", id: orderId },
          orderId,
          sellerId: shop.sellerA,
          details: { why: "complaint", email: "camille@exemple.fr" },
        })
        const operator = tokenFor("user", "user_1")
        const SEARCH = `query ($order: String, $seller: String, $actor: String) {
          auditTrail(order: $order, seller: $seller, actor: $actor, pageSize: 100) {
            total items { source action orderId sellerName details sealFits at }
          }
          checkTrail { sealed intact findings { subject } }
        }`
        const { auditTrail, checkTrail } = (await ask(operator, SEARCH, { order: `#${number}` })).data
        const actions = auditTrail.items.map((each: { action: string }) => each.action)
        expect(actions).toEqual(expect.arrayContaining(["order.placed", "ledger.posted", "commission.charged"]))
        // All three at one instant: told as one follows from the other.
        const story = actions.filter((action: string) =>
          /^(order.placed|commission.charged|ledger.posted)$/.test(action),
        )
        expect([...new Set(story)]).toEqual(["order.placed", "commission.charged", "ledger.posted"])
        expect(auditTrail.items.every((each: { orderId: string }) => each.orderId === orderId)).toBe(true)
        const act = auditTrail.items.find((each: { source: string }) => each.source === "act")
        expect(act).toMatchObject({ action: "order.inspect", sellerName: "Tasses & Cie", sealFits: true })
        expect(JSON.parse(act.details)).toEqual({ why: "complaint", email: "(left out)" })
        expect(checkTrail).toMatchObject({ intact: true, findings: [] })
        const bySeller = (await ask(operator, SEARCH, { seller: "Tasses" })).data.auditTrail
        expect(bySeller.items.map((each: { action: string }) => each.action)).toEqual(
          expect.arrayContaining(["seller.active", "order.inspect", "commission.charged"]),
        )
        expect((await ask(operator, SEARCH, { order: String(other.number) })).data.auditTrail.total).toBeGreaterThan(3)
        expect((await ask(operator, SEARCH, { order: "999999" })).data.auditTrail.total).toBe(0)
        expect((await ask(operator, SEARCH, { actor: "user_1" })).data.auditTrail.total).toBeGreaterThan(0)
        expect((await ask(await memberToken(shop.emailA), SEARCH, {})).code).toBe("NOT_ALLOWED")
      })

      it("cannot be changed, and shows it when somebody does it all the same", async () => {
        const knex = knexOf(container())
        for (let i = 0; i < 5; i++)
          await recordAct(container(), { actor, action: "x.do", subject: { type: "x", id: `${i}` }, key: `k${i % 4}` })
        await Promise.all([sealActs(container()), sealActs(container()), sealActs(container())])
        expect(await trailAudit.run(container())).toMatchObject({ findings: [] })
        expect(await knex("marketplace_act").where("action", "x.do").count("* as n")).toEqual([{ n: "4" }])
        await expect(knex("marketplace_act").update({ actor_id: "somebody" })).rejects.toThrow(/append-only/)
        await expect(knex("marketplace_act_seal").del()).rejects.toThrow(/append-only/)
        const broken = async (sql: string) => {
          const findings: string[] = []
          await knex
            .transaction(async (trx) => {
              await trx.raw("set local session_replication_role = replica")
              await trx.raw(sql)
              const inside = {
                resolve: (name: string) => (name === "__pg_connection__" ? trx : container().resolve(name)),
              }
              findings.push(...(await trailAudit.run(inside as never)).findings.map((each) => each.detail))
              throw new Error("undo")
            })
            .catch((error: Error) => expect(error.message).toBe("undo"))
          return findings
        }
        expect(await broken(`update marketplace_act set details = '{"changed": true}' where key = 'k1'`)).toEqual([
          expect.stringContaining("was changed"),
        ])
        expect(await broken(`delete from marketplace_act_seal where seq = 2`)).not.toEqual([])
        expect(await broken(`update marketplace_act_seal set previous = repeat('0', 64) where seq = 3`)).toEqual(
          expect.arrayContaining([expect.stringContaining("does not follow")]),
        )
      })
    })
  },
})
