import { asValue } from "@medusajs/framework/awilix"
import type { AuthenticationInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK } from "@gondola/kit"
import { deliverMails, openThreeSellers, type ThreeSellers } from "@gondola/marketplace"
import { createAdvertiserWorkflow } from "@gondola/sponsored-placement"
import { createShop, createStaff } from "@gondola/store-returns"

jest.setTimeout(240_000)

const NEW = "parapluie-violet-9-tortue"
const BRAND = { email: "nina@marque.example", password: "girafe-tranquille-4-bobine" }

const ASK = `mutation ($email: String!, $face: Face!, $locale: String) {
  requestPasswordReset(email: $email, face: $face, locale: $locale) }`
const RESET = `mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }`
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`

interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is what the assertions make of it
  readonly data: any
  readonly code: string | undefined
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    const knex = () => container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const time = { now: new Date() }
    let shop: ThreeSellers

    const ask = async (query: string, variables: object = {}, token = "", address = "9.9.9.9"): Promise<Answer> => {
      const headers = { ...(token && { authorization: `Bearer ${token}` }), "x-forwarded-for": address }
      const { data } = (await api.post("/graphql", { query, variables }, { headers })) as {
        data: { data: unknown; errors?: { extensions: { code: string } }[] }
      }
      return { data: data.data, code: data.errors?.[0]?.extensions.code }
    }
    const letters = async (email: string, kind = "account.password-reset") =>
      (await knex()("marketplace_notification").where({ email, kind }).orderBy("created_at").select("*")) as {
        locale: "fr" | "en"
        letter: Record<"fr" | "en", { action: { url: string } }>
      }[]
    const linkOf = async (email: string): Promise<URL> => {
      for (let i = 0; i < 40; i++) {
        const found = (await letters(email)).at(-1)
        if (found) return new URL(found.letter[found.locale].action.url)
        await new Promise((done) => setTimeout(done, 100))
      }
      throw new Error(`no letter to ${email}`)
    }

    beforeEach(async () => {
      time.now = new Date()
      shop = await openThreeSellers(container())
      container().register(CLOCK, asValue({ now: () => time.now }))
    })

    it("mails a link that sets the password once and ends every session", async () => {
      const before = (await ask(SIGN_IN, { email: shop.emailA, password: shop.password })).data.signIn.rooms[0].token
      const me = `{ me { email } }`
      expect((await ask(me, {}, before)).data.me.email).toBe(shop.emailA)
      // Tokens are dated by the second.
      await new Promise((done) => setTimeout(done, 1100))

      const known = await ask(ASK, { email: shop.emailA.toUpperCase(), face: "PORTAL", locale: "en" })
      const unknown = await ask(ASK, { email: "nobody@exemple.fr", face: "PORTAL", locale: "en" })
      expect(known).toEqual({ data: { requestPasswordReset: true }, code: undefined })
      expect(unknown).toEqual(known)
      const link = await linkOf(shop.emailA)
      expect(link.pathname).toBe("/new-password")
      expect(await letters("nobody@exemple.fr")).toEqual([])
      const token = link.searchParams.get("token")!

      expect((await ask(RESET, { token, password: "motdepasse" })).code).toBe("PASSWORD_TOO_WEAK")
      expect((await ask(RESET, { token: before, password: NEW })).code).toBe("RESET_OVER")
      expect((await ask(RESET, { token: `${token}x`, password: NEW })).code).toBe("RESET_OVER")
      // The link is no sign-in.
      expect((await ask(me, {}, token)).code).toBe("NOT_SIGNED_IN")
      expect((await ask(RESET, { token, password: NEW })).data.resetPassword).toBe(true)
      expect((await ask(RESET, { token, password: `${NEW}-2` })).code).toBe("RESET_OVER")

      expect((await ask(me, {}, before)).code).toBe("NOT_SIGNED_IN")
      const closed = await api
        .get("/portal/documents/x?format=pdf", { headers: { authorization: `Bearer ${before}` } })
        .catch((error: { response: { status: number } }) => error.response)
      expect((closed as { status: number }).status).toBe(401)
      expect((await ask(SIGN_IN, { email: shop.emailA, password: shop.password })).code).toBe("WRONG_CREDENTIALS")
      const after = (await ask(SIGN_IN, { email: shop.emailA, password: NEW })).data.signIn.rooms[0].token
      expect((await ask(me, {}, after)).data.me.email).toBe(shop.emailA)
      expect(await letters(shop.emailA, "account.password-changed")).toHaveLength(1)
      expect(await knex()("marketplace_act").where({ action: "account.reset_password" })).toHaveLength(1)
    })

    it("is over after fifteen minutes by the clock, and with the next link", async () => {
      await ask(ASK, { email: shop.emailB, face: "PORTAL" })
      const token = (await linkOf(shop.emailB)).searchParams.get("token")!
      // The token was made a moment ago: by now it has at most its fifteen minutes.
      const start = Date.now()
      time.now = new Date(start + 15 * 60_000 + 1000)
      expect((await ask(RESET, { token, password: NEW })).code).toBe("RESET_OVER")
      time.now = new Date(start + 14 * 60_000)
      await ask(ASK, { email: shop.emailB, face: "PORTAL" })
      for (let i = 0; i < 40 && (await letters(shop.emailB)).length < 2; i++)
        await new Promise((done) => setTimeout(done, 100))
      const next = (await linkOf(shop.emailB)).searchParams.get("token")!
      expect(next).not.toBe(token)
      expect((await ask(RESET, { token, password: NEW })).code).toBe("RESET_OVER")
      expect((await ask(RESET, { token: next, password: NEW })).data.resetPassword).toBe(true)
    })

    it("serves every kind of account, on the face where it was asked for, by Medusa's route too", async () => {
      const SIGN_UP = `mutation { signUpCustomer(email: "lou@exemple.fr", password: "kiwi-bavard-6-ardoise", firstName: "Lou", lastName: "Petit") { token } }`
      expect((await ask(SIGN_UP)).data.signUpCustomer.token).toBeTruthy()
      await ask(ASK, { email: "lou@exemple.fr", face: "SHOP", locale: "en" })
      expect((await linkOf("lou@exemple.fr")).pathname).toBe("/en/account/new-password")

      await createAdvertiserWorkflow(container()).run({
        input: { name: "Marque", brand: "Marque", firstName: "Nina", lastName: "Roux", ...BRAND },
      })
      await api.post("/auth/brand_member/emailpass/reset-password", { identifier: BRAND.email })
      const link = await linkOf(BRAND.email)
      expect(link.pathname).toBe("/new-password")
      expect((await ask(RESET, { token: link.searchParams.get("token"), password: NEW })).data.resetPassword).toBe(true)
      expect((await ask(SIGN_IN, { email: BRAND.email, password: NEW })).data.signIn.rooms[0].room).toBe("BRAND")

      const body = { email: "chef@gondole.example", password: "loutre-marine-8-flanelle" }
      const made = await container()
        .resolve(Modules.AUTH)
        .register("emailpass", { body } as AuthenticationInput)
      const user = await container().resolve(Modules.USER).createUsers({ email: body.email, first_name: "Ada" })
      await container()
        .resolve(Modules.AUTH)
        .updateAuthIdentities({ id: made.authIdentity!.id, app_metadata: { user_id: user.id } })
      await ask(ASK, { email: body.email, face: "PORTAL" })
      const token = (await linkOf(body.email)).searchParams.get("token")
      expect((await ask(RESET, { token, password: NEW })).data.resetPassword).toBe(true)
      expect((await ask(SIGN_IN, { email: body.email, password: NEW })).data.signIn.rooms[0].room).toBe("OPERATOR")
    })

    it("writes to nobody more than three times a quarter of an hour, account or not", async () => {
      const SIGN_UP = `mutation { signUpCustomer(email: "max@exemple.fr", password: "kiwi-bavard-6-ardoise", firstName: "Max", lastName: "Petit") { token } }`
      await ask(SIGN_UP)
      for (const email of ["max@exemple.fr", "nobody2@exemple.fr"]) {
        for (let i = 0; i < 3; i++)
          expect((await ask(ASK, { email, face: "PORTAL" }, "", "8.8.8.8")).code).toBe(undefined)
        expect((await ask(ASK, { email, face: "PORTAL" }, "", "7.7.7.7")).code).toBe("TOO_MANY_REQUESTS")
      }
    })

    it("keeps a reader's views with the reader, in each room its own, and forgets them with it", async () => {
      const first = (await ask(SIGN_IN, { email: shop.emailA, password: shop.password })).data.signIn.rooms[0]
        .token as string
      const second = (await ask(SIGN_IN, { email: shop.emailB, password: shop.password })).data.signIn.rooms[0]
        .token as string
      const SAVE = `mutation ($name: String!, $query: String!) { saveView(list: "seller.orders", name: $name, query: $query) { name query } }`
      const READ = `{ savedViews(list: "seller.orders") { name query } }`
      await ask(SAVE, { name: "Late", query: "state=LATE" }, first)
      expect((await ask(SAVE, { name: " late ", query: "state=TO_SHIP" }, first)).data.saveView).toEqual([
        { name: "late", query: "state=TO_SHIP" },
      ])
      expect((await ask(READ, {}, first)).data.savedViews).toHaveLength(1)
      expect((await ask(READ, {}, second)).data.savedViews).toEqual([])
      expect((await ask(SAVE, { name: " ", query: "" }, first)).code).toBe("BAD_INPUT")
      for (let i = 0; i < 49; i++) await ask(SAVE, { name: `v${i}`, query: "" }, first)
      expect((await ask(SAVE, { name: "one too many", query: "" }, first)).code).toBe("CONFLICT")
      const FORGET = `mutation ($name: String!) { forgetView(list: "seller.orders", name: $name) { name } }`
      expect((await ask(FORGET, { name: "LATE" }, second)).data.forgetView).toEqual([])
      expect((await ask(FORGET, { name: "LATE" }, first)).data.forgetView).toHaveLength(49)
    })

    it("gives a brand's member and the house their data, and erases them with their sessions", async () => {
      await createAdvertiserWorkflow(container()).run({
        input: { name: "Marque", brand: "Marque", firstName: "Nina", lastName: "Roux-Test", ...BRAND },
      })
      const { token } = (await ask(SIGN_IN, BRAND)).data.signIn.rooms[0] as { token: string }
      const given = JSON.parse((await ask(`mutation { exportMyData }`, {}, token)).data.exportMyData as string)
      expect(given).toMatchObject({
        about: BRAND.email,
        brand: { member: [{ last_name: "Roux-Test", brand: "Marque" }] },
      })
      const ERASE = `mutation ($password: String!) { eraseMyAccount(password: $password) { state waitsFor } }`
      await knex()("sponsored_advertiser").update({ balance_micros: 1_000_000 })
      expect((await ask(ERASE, { password: BRAND.password }, token)).data.eraseMyAccount).toEqual({
        state: "OPEN",
        waitsFor: "WALLET",
      })
      await knex()("sponsored_advertiser").update({ balance_micros: 0 })
      expect((await ask(ERASE, { password: BRAND.password }, token)).data.eraseMyAccount.state).toBe("DONE")
      await deliverMails(container())
      const { rows } = (await knex().raw(`select email from sponsored_brand_member`)) as { rows: unknown[] }
      expect(rows).toEqual([])
      expect((await ask(SIGN_IN, BRAND)).code).toBe("WRONG_CREDENTIALS")

      const only = await container().resolve(Modules.USER).createUsers({ email: "seul@gondole.example" })
      const operator = { email: "seul@gondole.example", subject: "OPERATOR" }
      const REQUEST = `mutation ($email: String!, $subject: PrivacySubject!) { requestErasure(email: $email, subject: $subject) { state } }`
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: only.id, actor_type: "user", auth_identity_id: "x", app_metadata: {} }
      const house = generateJwtToken(claims, { secret: http.jwtSecret as string, expiresIn: "1h" })
      expect((await ask(REQUEST, operator, house)).code).toBe("CONFLICT")
      await container().resolve(Modules.USER).createUsers({ email: "deux@gondole.example", first_name: "Deux" })
      expect((await ask(REQUEST, operator, house)).data.requestErasure.state).toBe("DONE")
    })

    it("erases who stands at the counter from every table but the one that says it was done, and again changes nothing", async () => {
      const place = { address: "1 rue Neuve", postalCode: "69001", city: "Lyon", hours: [] }
      await createShop(container(), { handle: "lyon", name: "Lyon", ...place })
      const karim = {
        email: "karim-test@gondole.example",
        name: "Karim Benali-Test",
        role: "clerk" as const,
        pin: "4826",
      }
      const staff = await createStaff(container(), { shopHandle: "lyon", password: BRAND.password, ...karim })
      const { token } = (await ask(SIGN_IN, { email: karim.email, password: BRAND.password })).data.signIn.rooms[0] as {
        token: string
      }
      const given = JSON.parse((await ask(`mutation { exportMyData }`, {}, token)).data.exportMyData as string)
      expect(given["shop staff"].staff).toMatchObject([{ id: staff.id, name: karim.name, shop: "Lyon" }])
      expect(JSON.stringify(given)).not.toContain("pin_hash")
      const standsIn = async (): Promise<string[]> => {
        const { rows } = (await knex().raw(
          `select table_schema as s, table_name as t from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
        )) as { rows: { s: string; t: string }[] }
        const found: string[] = []
        for (const { s, t } of rows) {
          const hit = (await knex().raw(`select 1 from ??.?? x where x::text ilike any (?) limit 1`, [
            s,
            t,
            ["%karim-test%", "%benali-test%"],
          ])) as { rows: unknown[] }
          if (hit.rows.length > 0) found.push(t)
        }
        return found.sort()
      }
      expect(await standsIn()).toEqual(expect.arrayContaining(["provider_identity", "store_return_staff"]))
      const ERASE = `mutation ($password: String!) { eraseMyAccount(password: $password) { state } }`
      expect((await ask(ERASE, { password: "wrong" }, token)).code).toBe("WRONG_CREDENTIALS")
      expect((await ask(ERASE, { password: BRAND.password }, token)).data.eraseMyAccount.state).toBe("DONE")
      await deliverMails(container())
      expect(await standsIn()).toEqual([])
      const again = await ask(ERASE, { password: BRAND.password }, token)
      expect(["NOT_FOUND", "NOT_SIGNED_IN"]).toContain(again.code)
      await deliverMails(container())
      expect(await standsIn()).toEqual([])
    })
  },
})
