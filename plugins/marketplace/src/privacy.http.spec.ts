import { asValue } from "@medusajs/framework/awilix"
import type { AuthenticationInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { createCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK } from "@gondola/kit"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { deliverMails } from "./notifications/deliver-mails"
import { notify } from "./notifications/notify"
import { acceptSellerOrder } from "./orders/accept-order"
import { deliverAllParcels } from "./orders/deliver-parcel"
import { placeOrder } from "./orders/place-order"
import { sellerOrderHead } from "./orders/seller-order-head"
import { shipParcel } from "./orders/ship-parcel"
import { placesScenarios } from "./privacy/places.scenarios"
import { settlePrivacyRequests } from "./privacy/settle-requests"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"
import { recordAct } from "./trail/record-act"
import { trailAudit } from "./trail/verify-chain"

jest.setTimeout(240_000)

const EMAIL = "camille@exemple.fr"
const PASSWORD = "cachalot-bricole-7-lunettes"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    const knex = () => knexOf(container())
    let shop: ThreeSellers
    let now = new Date()

    beforeEach(async () => {
      shop = await openThreeSellers(container())
      now = new Date()
      container().register(CLOCK, asValue({ now: () => now }))
    })
    const tokenFor = (actor: string, id: string) => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: id, actor_type: actor, auth_identity_id: "x", app_metadata: {}, user_metadata: {} }
      return generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })
    }
    const ask = async (token: string, query: string, variables: object = {}) => {
      const headers = { authorization: `Bearer ${token}` }
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is what the assertions make of it
      const { data } = (await api.post("/graphql", { query, variables }, { headers })) as { data: any }
      return { data: data.data, code: data.errors?.[0]?.extensions.code, message: data.errors?.[0]?.message }
    }
    /** A customer with an account, an order, a message, a mail and a saved address. */
    const openCustomer = async () => {
      const body = { email: EMAIL, password: PASSWORD }
      const { authIdentity } = await container()
        .resolve(Modules.AUTH)
        .register("emailpass", { body } as AuthenticationInput)
      const { result: customer } = await createCustomerAccountWorkflow(container()).run({
        input: {
          authIdentityId: authIdentity!.id,
          customerData: { email: EMAIL, first_name: "Camille", last_name: "Durand", phone: "+33 6 12 34 56 78" },
        },
      })
      await container()
        .resolve(Modules.CUSTOMER)
        .createCustomerAddresses([
          {
            customer_id: customer.id,
            first_name: "Camille",
            last_name: "Durand",
            address_1: "3 quai Saint-Vincent",
            city: "Lyon",
            country_code: "fr",
          },
        ])
      return customer.id
    }
    const sell = async (customerId?: string) => {
      const { orderId, number } = await placeOrder(container(), await fillBasket(container(), shop, { customerId }))
      const a = await sellerOrderHead(container(), shop.sellerA, { orderId })
      await knex()("marketplace_message").insert([
        {
          id: `m1${number}`,
          key: `m1${number}`,
          seller_order_id: a.id,
          order_id: orderId,
          side: "SHOPPER",
          author_id: customerId ?? orderId,
          body: "Je suis Mme Durand, où est mon colis ?",
          masked: false,
          at: now,
        },
        {
          id: `m2${number}`,
          key: `m2${number}`,
          seller_order_id: a.id,
          order_id: orderId,
          side: "SELLER",
          author_id: "selmem_x",
          body: "Bonjour Madame Durand, il part demain.",
          masked: false,
          at: now,
        },
      ])
      await knex()("marketplace_message_file").insert({
        id: `f${number}`,
        message_id: `m1${number}`,
        seller_order_id: a.id,
        name: "facture-durand.pdf",
        mime: "application/pdf",
        size: 1,
        bytes: Buffer.from("x"),
      })
      await knex()("marketplace_thread").insert({
        seller_order_id: a.id,
        order_id: orderId,
        seller_id: shop.sellerA,
        messages: 2,
        last_at: now,
        last_side: "SELLER",
        last_excerpt: "Bonjour Madame Durand, il part",
      })
      return { orderId, number }
    }
    const finish = async (orderId: string) => {
      for (const seller of [shop.sellerA, shop.sellerB, null]) {
        const head = await sellerOrderHead(container(), seller, { orderId })
        if (seller) await acceptSellerOrder(container(), head)
        await shipParcel(container(), head, { carrier: "Colissimo", trackingNumber: "6A1", lines: null })
        await deliverAllParcels(container(), head)
      }
    }
    /** Every table and column of the database in which the words still stand. */
    const standsIn = async (...words: string[]): Promise<string[]> => {
      const { rows: tables } = (await knex().raw(
        `select table_schema as schema, table_name as name from information_schema.tables
          where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
      )) as { rows: { schema: string; name: string }[] }
      expect(tables.length).toBeGreaterThan(150)
      const found: string[] = []
      for (const { schema, name } of tables) {
        const { rows } = (await knex().raw(`select to_jsonb(t) as row from ??.?? t where t::text ilike any (?)`, [
          schema,
          name,
          words.map((word) => `%${word}%`),
        ])) as { rows: { row: Record<string, unknown> }[] }
        for (const { row } of rows)
          for (const [column, value] of Object.entries(row))
            if (words.some((word) => (JSON.stringify(value) ?? "").toLowerCase().includes(word.toLowerCase())))
              found.push(`${name}.${column}`)
      }
      return [...new Set(found)].sort()
    }
    /** What a parcel that left was billed with: kept ten years as it was issued. */
    const INVOICES = ["ledger_document.content", "ledger_document.party_name"]
    const ledger = async () => JSON.stringify(await knex()("ledger_entry").orderBy("id").select("*"))

    placesScenarios(knex)

    it("gives a customer everything that is kept of it, and nothing of others", async () => {
      const customerId = await openCustomer()
      const { number } = await sell(customerId)
      await placeOrder(container(), await fillBasket(container(), shop, { email: "hans@exemple.fr" }))
      const { data } = await ask(tokenFor("customer", customerId), `mutation { exportMyData }`)
      const given = JSON.parse(data.exportMyData)
      expect(given).toMatchObject({
        about: EMAIL,
        account: {
          customer: expect.arrayContaining([expect.objectContaining({ last_name: "Durand" })]),
          addresses: [{ city: "Lyon" }],
        },
        orders: { orders: [{ number, total: 21490, lines: expect.any(Array), addresses: expect.any(Array) }] },
        correspondence: { messages: [{ body: expect.stringContaining("où est mon colis") }] },
        "shop returns": { returns: [] },
      })
      expect(given.orders.orders[0].lines).toHaveLength(3)
      expect(given.notifications.mails.length).toBeGreaterThan(0)
      expect(data.exportMyData).not.toMatch(/hans|il part demain|password|scrypt/i)
      const mine = await ask(tokenFor("customer", customerId), `{ myPrivacyRequests { kind state } }`)
      expect(mine.data.myPrivacyRequests).toEqual([{ kind: "EXPORT", state: "DONE" }])
      for (let i = 0; i < 4; i++) await ask(tokenFor("customer", customerId), `mutation { exportMyData }`)
      expect((await ask(tokenFor("customer", customerId), `mutation { exportMyData }`)).code).toBe("TOO_MANY_REQUESTS")
    })

    it("erases a customer from the whole database, and leaves the books as they were", async () => {
      const customerId = await openCustomer()
      const { orderId, number } = await sell(customerId)
      await finish(orderId)
      await deliverMails(container())
      await recordAct(container(), {
        actor: { type: "CUSTOMER", id: customerId },
        action: "order.ask",
        subject: { type: "order", id: orderId },
        details: { email: EMAIL, customerName: "Camille Durand" },
      })
      expect((await standsIn(EMAIL, "durand")).length).toBeGreaterThan(10)
      const books = await ledger()
      const ERASE = `mutation ($password: String!) { eraseMyAccount(password: $password) { id state waitsFor touched email } }`
      const token = tokenFor("customer", customerId)
      expect((await ask(token, ERASE, { password: "wrong" })).code).toBe("WRONG_CREDENTIALS")
      const done = await ask(token, ERASE, { password: PASSWORD })
      expect(done.data.eraseMyAccount).toMatchObject({ state: "DONE", waitsFor: null, email: null })
      expect(done.data.eraseMyAccount.touched).toBeGreaterThan(8)
      // One letter is still to go; nobody is forgotten without being told.
      expect(await standsIn(EMAIL, "durand")).toEqual([...INVOICES, "marketplace_notification.email"])
      await deliverMails(container())
      expect(await standsIn(EMAIL, "+33 6 12 34 56 78")).toEqual([])
      expect(await standsIn("durand", "quai Saint-Vincent")).toEqual(INVOICES)
      expect(await ledger()).toBe(books)
      expect((await trailAudit.run(container())).findings).toEqual([])
      const [order] = await knex()("marketplace_placed_order").where({ number })
      expect(order).toMatchObject({ total: 21490, customer_name: "Effacé / Erased" })
      const answers = await knex()("marketplace_message").orderBy("id").select("body")
      expect(answers.map((each: { body: string }) => each.body)).toEqual([
        "(effacé / erased)",
        "Bonjour Madame —, il part demain.",
      ])
      const again = { email: EMAIL, password: PASSWORD }
      const signIn = `mutation ($email: String!, $password: String!) { signInCustomer(email: $email, password: $password) { token } }`
      expect((await ask("", signIn, again)).code).toBe("WRONG_CREDENTIALS")
      const signUp = `mutation ($email: String!, $password: String!) {
        signUpCustomer(email: $email, password: $password, firstName: "C", lastName: "D") { token } }`
      expect((await ask("", signUp, again)).data.signUpCustomer.token).toBeTruthy()
    })

    it("waits for what is under way, warns a week before the month is over, and erases when it has ended", async () => {
      const customerId = await openCustomer()
      const { orderId } = await sell(customerId)
      const ERASE = `mutation ($password: String!) { eraseMyAccount(password: $password) { id state waitsFor dueAt } }`
      const token = tokenFor("customer", customerId)
      const first = (await ask(token, ERASE, { password: PASSWORD })).data.eraseMyAccount
      expect(first).toMatchObject({ state: "OPEN", waitsFor: "ORDER" })
      expect((await ask(token, ERASE, { password: PASSWORD })).data.eraseMyAccount.id).toBe(first.id)
      const days = (new Date(first.dueAt).getTime() - now.getTime()) / 86_400_000
      expect(days).toBeGreaterThanOrEqual(28)
      const warnings = () => knex()("marketplace_notification").where({ kind: "privacy.due" })
      now = new Date(new Date(first.dueAt).getTime() - 8 * 86_400_000)
      expect(await settlePrivacyRequests(container())).toBe(0)
      expect(await warnings()).toHaveLength(0)
      now = new Date(new Date(first.dueAt).getTime() - 6 * 86_400_000)
      await settlePrivacyRequests(container())
      await settlePrivacyRequests(container())
      expect(await warnings()).toHaveLength(1)
      await finish(orderId)
      expect(await settlePrivacyRequests(container())).toBe(1)
      await deliverMails(container())
      expect(await standsIn(EMAIL)).toEqual([])
      expect(await standsIn("durand")).toEqual(INVOICES)
    })

    it("lets the operator answer for a guest: export, refusal with a reason, erasure now", async () => {
      await sell()
      const operator = tokenFor("user", "user_1")
      const person = { email: EMAIL, subject: "CUSTOMER" }
      const EXPORT = `mutation ($email: String!, $subject: PrivacySubject!) { exportPersonData(email: $email, subject: $subject) }`
      expect(JSON.parse((await ask(operator, EXPORT, person)).data.exportPersonData).orders.orders).toHaveLength(1)
      expect((await ask(operator, EXPORT, { ...person, email: "nobody@exemple.fr" })).code).toBe("NOT_FOUND")
      const REQUEST = `mutation ($email: String!, $subject: PrivacySubject!) { requestErasure(email: $email, subject: $subject) { id state } }`
      const first = (await ask(operator, REQUEST, person)).data.requestErasure
      expect(first.state).toBe("OPEN")
      const REFUSE = `mutation ($id: ID!, $reason: String!) { refusePrivacyRequest(id: $id, reason: $reason) { state } }`
      expect((await ask(operator, REFUSE, { id: first.id, reason: " " })).code).toBe("BAD_INPUT")
      expect(
        (await ask(operator, REFUSE, { id: first.id, reason: "procès en cours" })).data.refusePrivacyRequest.state,
      ).toBe("REFUSED")
      expect((await ask(operator, REFUSE, { id: first.id, reason: "x" })).code).toBe("CONFLICT")
      const second = (await ask(operator, REQUEST, person)).data.requestErasure
      const NOW = `mutation ($id: ID!) { eraseNow(id: $id) { state } }`
      expect((await ask(operator, NOW, { id: second.id })).data.eraseNow.state).toBe("DONE")
      await deliverMails(container())
      // What the operator wrote down of the refusal names nobody; the refused request itself keeps whom it was about.
      expect(await standsIn(EMAIL, "durand")).toEqual([])
      const list = await ask(operator, `{ privacyRequests { open total items { kind state reason } } }`)
      expect(list.data.privacyRequests).toMatchObject({ open: 0, total: 3 })
    })

    it("erases a seller's member but neither the last owner nor the company", async () => {
      const [owner] = await marketplaceOf(container()).listSellerMembers({ email: shop.emailA })
      const ERASE = `mutation ($password: String!) { eraseMyAccount(password: $password) { state } }`
      const token = tokenFor("seller_member", owner!.id)
      expect((await ask(token, ERASE, { password: shop.password })).code).toBe("CONFLICT")
      await marketplaceOf(container()).createSellerMembers([
        { seller_id: shop.sellerA, email: "lea@tasses.example", name: "Léa Moreau-Test", role: "orders" },
      ] as never)
      const operator = tokenFor("user", "user_1")
      await notify(container(), {
        key: "x",
        kind: "x.y",
        to: { email: "lea@tasses.example" },
        letter: {
          fr: { subject: "Bonjour Léa Moreau-Test", paragraphs: [] },
          en: { subject: "Hello", paragraphs: [] },
        },
      })
      const REQUEST = `mutation { requestErasure(email: "lea@tasses.example", subject: SELLER_MEMBER) { state } }`
      expect((await ask(operator, REQUEST)).data.requestErasure.state).toBe("DONE")
      await deliverMails(container())
      expect(await standsIn("lea@tasses", "Moreau-Test")).toEqual([])
      expect(await marketplaceOf(container()).listSellers({ id: shop.sellerA })).toMatchObject([{ email: shop.emailA }])
    })
  },
})
