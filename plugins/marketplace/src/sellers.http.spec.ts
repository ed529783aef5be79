import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { cents, CLOCK } from "@gondola/kit"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { offerAudit } from "./offers/offer-audit"
import { saveOffers } from "./offers/save-offers"
import { assertPurchasable } from "./orders/purchasable"
import { alignShelves } from "./sellers/align-shelves"
import watchSellers from "./jobs/watch-sellers"
import { withCheckDigit } from "./catalogue/gtin"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"
import { approveSeller } from "./workflows/approve-seller"

jest.setTimeout(240_000)

const DAY = 86_400_000
const PASSWORD = "violet-escargot-7-parapluie"
const OPERATOR = "olga@gondole.example"
const MUG = withCheckDigit("376000000001")
const PDF = Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")

interface Answer {
  data: Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any -- the shape is what the test asserts
  errors?: { message: string; extensions: { code: string; details?: Record<string, unknown> } }[]
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const time = { now: new Date("2026-03-02T09:00:00Z") }
    let container: MedusaContainer
    let shop: ThreeSellers
    let operator: Caller

    type Caller = ReturnType<typeof caller>

    const caller = (token?: string) => {
      const headers = token ? { authorization: `Bearer ${token}` } : {}
      const send = async (query: string, variables: object = {}): Promise<Answer> =>
        (await api.post("/graphql", { query, variables }, { headers })).data as Answer
      return Object.assign(
        async (query: string, variables: object = {}) => {
          const answer = await send(query, variables)
          if (answer.errors) throw new Error(JSON.stringify(answer.errors))
          return answer.data
        },
        {
          code: async (query: string, variables: object = {}) =>
            (await send(query, variables)).errors?.[0]?.extensions.code,
          upload: async (requirement: string, bytes: Buffer, expires = "") =>
            api
              .post(`/portal/seller-documents?requirement=${requirement}&name=Kbis.pdf&expires=${expires}`, bytes, {
                headers: { ...headers, "content-type": "application/octet-stream" },
              })
              .then((done: { data: { id: string } }) => ({ id: done.data.id, code: null as string | null }))
              .catch((refused: { response: { status: number; data: { code: string } } }) => ({
                id: "",
                code: refused.response.data.code ?? String(refused.response.status),
              })),
          download: async (id: string) =>
            api
              .get(`/portal/seller-documents/${id}`, { headers, responseType: "arraybuffer" })
              .then((done: { status: number; data: Buffer }) => [
                done.status,
                Buffer.from(done.data).toString("latin1"),
              ])
              .catch((refused: { response: { status: number } }) => [refused.response.status]),
        },
      )
    }
    const nobody = () => caller()

    async function enter(email: string, room: string): Promise<Caller> {
      const { signIn } = await nobody()(
        `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`,
        { email, password: PASSWORD },
      )
      const pass = (signIn.rooms as { room: string; token: string }[]).find((each) => each.room === room)
      if (!pass) throw new Error(`${email} may not enter ${room}`)
      return caller(pass.token)
    }

    const lettersOf = async (kind: string): Promise<{ email: string; subject: string; link: string }[]> =>
      (
        (await knexOf(container)("marketplace_notification").where({ kind }).orderBy(["created_at", "id"])) as {
          email: string
          locale: "fr" | "en"
          letter: Record<"fr" | "en", { subject: string; action?: { url: string } }>
        }[]
      ).map(({ email, locale, letter }) => ({
        email,
        subject: letter[locale].subject,
        link: letter[locale].action?.url ?? "",
      }))

    const purchasable = async (variant = shop.variants.mug): Promise<boolean> =>
      assertPurchasable(container, [variant]).then(
        () => true,
        (refused: { code: string }) => {
          expect(refused.code).toBe("NOT_FOR_SALE")
          return false
        },
      )
    const published = async (variant = shop.variants.mug): Promise<boolean> => {
      const [found] = await container
        .resolve(Modules.PRODUCT)
        .listProductVariants({ id: variant }, { relations: ["product"] })
      return found?.product?.status === "published"
    }
    const auditClean = async () => expect((await offerAudit.run(container)).findings).toEqual([])

    beforeEach(async () => {
      container = getContainer() as MedusaContainer
      time.now = new Date("2026-03-02T09:00:00Z")
      container.register({ [CLOCK]: { resolve: () => ({ now: () => time.now }) } } as never)
      shop = await openThreeSellers(container)
      const { authIdentity } = await container
        .resolve(Modules.AUTH)
        .register("emailpass", { body: { email: OPERATOR, password: PASSWORD } } as never)
      await createUserAccountWorkflow(container).run({
        input: { authIdentityId: authIdentity!.id, userData: { email: OPERATOR, first_name: "Olga" } },
      })
      operator = await enter(OPERATOR, "OPERATOR")
    })

    it("leads an applicant from an empty file over a refused paper to a shop that sells, and shuts it when a paper expires", async () => {
      await operator(`mutation { addUsualRequirements { code kind mandatory bindingFrom } }`)
      expect(await operator(`mutation { addUsualRequirements { code } }`)).toMatchObject({
        addUsualRequirements: { length: 7 },
      })
      // The two who sell already are told, and sell on for fifteen days.
      expect(await purchasable()).toBe(true)
      expect((await lettersOf("seller.requirement")).filter(({ email }) => email === shop.emailA)).toHaveLength(5)

      // An account first; everything else at one's own pace.
      const start = { email: "chloe@theieres.example", password: PASSWORD, personName: "Chloé", shopName: "Théières" }
      const apply = `mutation ($input: StartApplicationInput!) { startSellerApplication(input: $input) { sellerId state } }`
      expect(await nobody().code(apply, { input: { ...start, password: "azertyuiop" } })).toBe("PASSWORD_TOO_WEAK")
      const { startSellerApplication: made } = await nobody()(apply, { input: start })
      expect(made.state).toBe("APPLIED")
      expect(await nobody().code(apply, { input: { ...start, password: `other-${PASSWORD}` } })).toBe(
        "EMAIL_NOT_USABLE",
      )
      expect(await lettersOf("seller.application")).toContainEqual({
        email: start.email,
        subject: "Votre dossier de vendeur «Théières» est ouvert",
        link: "/seller/application",
      })
      const chloe = await enter(start.email, "SELLER")
      const save = `mutation ($input: SellerFileInput!) { saveSellerFile(input: $input) { problems { field } file { state toDo registrationNumber street } } }`
      const half = await chloe(save, {
        input: { legalName: "Théières SARL", registrationNumber: "443 061 841 00048", street: "3 rue du Thé" },
      })
      expect(half.saveSellerFile).toMatchObject({
        problems: [{ field: "registrationNumber" }],
        file: { state: "APPLIED", registrationNumber: "", street: "3 rue du Thé" },
      })
      // Somebody else's number is not taken, and a new session finds what was saved.
      const taken = await chloe(save, { input: { registrationNumber: "44306184100047" } })
      expect(taken.saveSellerFile.problems).toEqual([{ field: "registrationNumber" }])
      const again = await enter(start.email, "SELLER")
      expect((await again(`{ sellerFile { street legalName } }`)).sellerFile).toEqual({
        street: "3 rue du Thé",
        legalName: "Théières SARL",
      })
      expect(await again.code(`mutation { handInApplication { state } }`)).toBe("REQUIREMENTS_OPEN")
      const rest = await again(save, {
        input: {
          registrationNumber: "73282932000074",
          postalCode: "69001",
          city: "Lyon",
          phone: "+33 4 78 00 00 00",
          vatNumber: "FR40303265045",
          taxId: "732829320",
          selfCertified: true,
          acceptsTerms: true,
        },
      })
      expect(rest.saveSellerFile).toMatchObject({ problems: [], file: { state: "DOCUMENTS" } })

      // Papers: content, size and expiry are looked at; nobody else reads them.
      const kbis = "company_register_extract"
      const identity = "identity_of_the_representative"
      expect((await again.upload(kbis, Buffer.from("<script>"))).code).toBe("BAD_FILE")
      expect((await again.upload(kbis, Buffer.concat([PDF, Buffer.alloc(8 * 1024 * 1024)]))).code).toBe(
        "FILE_TOO_LARGE",
      )
      expect((await again.upload("unheard_of", PDF)).code).toBe("NOT_FOUND")
      expect((await again.upload(identity, PDF)).code).toBe("BAD_INPUT")
      const paper = await again.upload(kbis, PDF)
      expect(paper.code).toBeNull()
      await again.upload(identity, PDF, "2026-06-30")
      const rival = await enter(shop.emailA, "SELLER")
      expect(await rival.download(paper.id)).toEqual([404])
      expect(await nobody().download(paper.id)).toEqual([401])
      expect(await again.download(paper.id)).toEqual([200, PDF.toString("latin1")])
      expect((await operator.download(paper.id))[0]).toBe(200)

      // The account number goes to the payout provider; four digits and a country stay.
      const iban = "FR14 2004 1010 0505 0001 3M02 606"
      expect(await again.code(`mutation { saveBankAccount(iban: "FR14 2004") { id } }`)).toBe("BAD_IDENTIFIER")
      const banked = await again(
        `mutation ($iban: String!) { saveBankAccount(iban: $iban) { bankAccount { last4 country } toDo } }`,
        { iban },
      )
      expect(banked.saveBankAccount).toEqual({ bankAccount: { last4: "2606", country: "fr" }, toDo: [] })
      const { rows } = await knexOf(container).raw<{ rows: { t: string }[] }>(
        `select table_name || '.' || column_name as t from information_schema.columns c
         where table_schema = 'public' and data_type in ('text', 'jsonb', 'character varying')
           and (table_name like 'marketplace_%' or table_name like 'ledger_%')`,
      )
      for (const { t } of rows) {
        const [table, column] = t.split(".") as [string, string]
        const hit = await knexOf(container)(table)
          .whereRaw(`replace(??::text, ' ', '') ilike ?`, [column, "%200410100505%"])
          .first("*")
        expect([t, hit]).toEqual([t, undefined])
      }

      // Handed in, refused with a reason, corrected, approved.
      expect((await again(`mutation { handInApplication { state } }`)).handInApplication.state).toBe("IN_REVIEW")
      expect(await operator.code(`mutation { approveSeller(id: "${made.sellerId}") { id } }`)).toBe("REQUIREMENTS_OPEN")
      const review = `mutation ($id: ID!, $accept: Boolean!, $reason: String) { reviewDocument(id: $id, accept: $accept, reason: $reason) { seller { state } } }`
      expect(await operator.code(review, { id: paper.id, accept: false })).toBe("BAD_INPUT")
      expect(await again.code(review, { id: paper.id, accept: true })).toBe("NOT_ALLOWED")
      const refused = await operator(review, { id: paper.id, accept: false, reason: "Illisible" })
      expect(refused.reviewDocument.seller.state).toBe("DOCUMENTS")
      const file = `{ sellerFile { state stateReason missing checklist { code state document { id reason } } } }`
      const seen = (await again(file)).sellerFile
      expect(seen.stateReason).toBe("Illisible")
      expect(seen.checklist.find((each: { code: string }) => each.code === kbis)).toMatchObject({
        state: "REJECTED",
        document: { reason: "Illisible" },
      })
      expect((await lettersOf("document.refused"))[0]).toMatchObject({ email: start.email })
      const better = await again.upload(kbis, PDF)
      await again(`mutation { handInApplication { state } }`)
      const waiting = (await again(file)).sellerFile.checklist as { code: string; document: { id: string } }[]
      for (const code of [kbis, identity])
        await operator(review, { id: waiting.find((each) => each.code === code)!.document.id, accept: true })
      expect(waiting.find((each) => each.code === kbis)!.document.id).toBe(better.id)
      expect(await operator.code(review, { id: better.id, accept: true })).toBe("CONFLICT")
      await operator(`mutation { approveSeller(id: "${made.sellerId}") { state } }`)
      await saveOffers(container, made.sellerId, [
        { gtin: MUG, sku: "C-1", condition: "NEW", price: cents(1100), currency: "EUR", stock: 5, leadTimeDays: 2 },
      ])
      const [offer] = await marketplaceOf(container).listOffers({ seller_id: made.sellerId })
      expect(await purchasable(offer!.variant_id)).toBe(true)
      expect(await published(offer!.variant_id)).toBe(true)
      expect(
        (await nobody()(`{ shopPage(handle: "theieres") { open trader { legalName registrationNumber } } }`)).shopPage,
      ).toEqual({
        open: true,
        trader: { legalName: "Théières SARL", registrationNumber: "73282932000074" },
      })

      // Every actor and time is there.
      const { sellerDossier } = await operator(
        `{ sellerDossier(id: "${made.sellerId}") { history { from to actor reason } } }`,
      )
      expect(
        sellerDossier.history.map((each: { from: string; to: string; actor: string }) => [
          each.from,
          each.to,
          each.actor,
        ]),
      ).toEqual([
        ["in_review", "active", OPERATOR],
        ["documents", "in_review", "Chloé"],
        ["in_review", "documents", OPERATOR],
        ["documents", "in_review", "Chloé"],
        ["applied", "documents", "Chloé"],
        [null, "applied", "Chloé"],
      ])
      const { auditTrail } = await operator(
        `{ auditTrail(seller: "${made.sellerId}", action: "payout-account") { items { action actorName } } }`,
      )
      expect(auditTrail.items).toEqual([{ action: "payout-account.register", actorName: "Chloé" }])
      // Verified is verified; a renewed paper waits beside the old one, which shuts the shop when it ends.
      expect((await again(save, { input: { legalName: "Other" } })).saveSellerFile.problems).toEqual([
        { field: "legalName" },
      ])
      time.now = new Date("2026-06-25T09:00:00Z")
      await watchSellers(container)
      await watchSellers(container)
      const reminders = (await lettersOf("document.expiry")).filter(({ email }) => email === start.email)
      expect(reminders).toHaveLength(1)
      await again.upload(identity, PDF, "2030-01-01")
      expect(await purchasable(offer!.variant_id)).toBe(true)
      time.now = new Date("2026-07-01T09:00:00Z")
      expect(await purchasable(offer!.variant_id)).toBe(false)
      await alignShelves(container)
      expect(await published(offer!.variant_id)).toBe(false)
      await auditClean()
      const renewed = (await again(file)).sellerFile.checklist as { code: string; document: { id: string } }[]
      await operator(review, { id: renewed.find((each) => each.code === identity)!.document.id, accept: true })
      expect(await purchasable(offer!.variant_id)).toBe(true)
      expect(await published(offer!.variant_id)).toBe(true)
      // The two who never handed anything in are shut since their fifteen days were over.
      expect(await purchasable()).toBe(false)
    })

    it("asks for changed terms fifteen days ahead and shuts on the day whoever did not accept", async () => {
      const words = (text: string) => ({ fr: text, en: text })
      const publish = `mutation ($input: TermsInput!) { publishTerms(input: $input) { version inForce accepted asked } }`
      const input = (at: number) => ({
        input: { body: words("Conditions"), summary: words("Délais"), effectiveAt: new Date(at).toISOString() },
      })
      expect(await operator.code(publish, input(+time.now + 14 * DAY))).toBe("NOTICE_PERIOD")
      const day = +time.now + 15 * DAY
      expect((await operator(publish, input(day))).publishTerms).toEqual([
        { version: 1, inForce: false, accepted: 0, asked: 2 },
      ])
      expect((await lettersOf("terms.changed")).map(({ email }) => email).sort()).toEqual([shop.emailA, shop.emailB])
      const anna = await enter(shop.emailA, "SELLER")
      await anna(`mutation { acceptSellerTerms(version: 1) }`)
      await anna(`mutation { acceptSellerTerms(version: 1) }`)
      expect(await anna.code(`mutation { acceptSellerTerms(version: 7) }`)).toBe("NOT_FOUND")
      time.now = new Date(day - 1000)
      expect([await purchasable(), await purchasable(shop.variants.lamp)]).toEqual([true, true])
      time.now = new Date(day)
      expect([await purchasable(), await purchasable(shop.variants.lamp)]).toEqual([true, false])
      expect(await alignShelves(container)).toEqual([shop.sellerB])
      expect(await alignShelves(container)).toEqual([])
      await auditClean()
      const bruno = await enter(shop.emailB, "SELLER")
      expect((await bruno(`{ sellerAccount { missing } }`)).sellerAccount.missing).toEqual(["terms"])
      await bruno(`mutation { acceptSellerTerms(version: 1) }`)
      expect(await purchasable(shop.variants.lamp)).toBe(true)
      expect(await published(shop.variants.lamp)).toBe(true)
      const [consent] = (await operator(`{ sellerDossier(id: "${shop.sellerB}") { consents { version by at } } }`))
        .sellerDossier.consents
      expect(consent).toEqual({ version: 1, by: "Lampes du Nord SARL", at: time.now.toISOString() })
    })

    it("shuts for a holiday inside the interval only", async () => {
      const anna = await enter(shop.emailA, "SELLER")
      const add = `mutation ($from: String!, $lastDay: String!) { addSellerHoliday(from: $from, lastDay: $lastDay) { id from until now } }`
      expect(await anna.code(add, { from: "2026-08-15", lastDay: "2026-08-01" })).toBe("BAD_INPUT")
      expect(await anna.code(add, { from: "2025-08-01", lastDay: "2025-08-15" })).toBe("BAD_INPUT")
      const { addSellerHoliday: made } = await anna(add, { from: "2026-08-01", lastDay: "2026-08-15" })
      expect(made).toEqual([
        { id: made[0].id, from: "2026-07-31T22:00:00.000Z", until: "2026-08-15T22:00:00.000Z", now: false },
      ])
      const cartId = await fillBasket(container, shop)
      const at = async (instant: string) => {
        time.now = new Date(instant)
        await alignShelves(container)
        expect(await published()).toBe(await purchasable())
        await auditClean()
        return purchasable()
      }
      expect(await at("2026-07-31T21:59:59Z")).toBe(true)
      expect(await at("2026-07-31T22:00:00Z")).toBe(false)
      expect(await nobody().code(`mutation { placeOrder(cartId: "${cartId}") { number } }`)).toBe("NOT_FOR_SALE")
      expect(
        (await nobody()(`{ shopPage(handle: "tasses-cie") { open trader { closure { now until } } } }`)).shopPage,
      ).toEqual({
        open: false,
        trader: { closure: { now: true, until: "2026-08-15T22:00:00.000Z" } },
      })
      expect(await at("2026-08-15T21:59:59Z")).toBe(false)
      expect(await at("2026-08-15T22:00:00Z")).toBe(true)
      // A cancelled one does nothing, and another seller's cannot be cancelled.
      await anna(add, { from: "2026-09-01", lastDay: "2026-09-02" })
      const [next] = (await anna(`{ sellerHolidays { id } }`)).sellerHolidays
      const bruno = await enter(shop.emailB, "SELLER")
      const cancel = `mutation { cancelSellerHoliday(id: "${next.id}") { id } }`
      expect(await bruno.code(cancel)).toBe("NOT_FOUND")
      await anna(cancel)
      expect(await at("2026-09-01T12:00:00Z")).toBe(true)
    })

    it("suspends with reasons, hears the appeal, gives thirty days before the end and erases papers after six months", async () => {
      const anna = await enter(shop.emailA, "SELLER")
      const suspend = `mutation ($reason: String!) { suspendSeller(id: "${shop.sellerA}", reason: $reason, ground: LAW) { state } }`
      expect(await operator.code(suspend, { reason: " " })).toBe("BAD_INPUT")
      await operator(suspend, { reason: "Tasses contrefaites" })
      expect([await purchasable(), await published(), await purchasable(shop.variants.lamp)]).toEqual([
        false,
        false,
        true,
      ])
      expect(await lettersOf("seller.suspended")).toEqual([
        { email: shop.emailA, subject: "«Tasses & Cie» est suspendu", link: "/seller/standing" },
      ])
      const standing = `{ sellerStanding { state closingAt statements { id decision reason ground liftedAt complaint { text outcome answer } } } }`
      const [statement] = (await anna(standing)).sellerStanding.statements
      expect(statement).toMatchObject({ decision: "SUSPENSION", reason: "Tasses contrefaites", ground: "LAW" })
      const contest = `mutation ($id: ID!) { contestDecision(statementId: $id, text: "Les tasses viennent de Limoges.") { state } }`
      const bruno = await enter(shop.emailB, "SELLER")
      expect(await bruno.code(contest, { id: statement.id })).toBe("NOT_FOUND")
      await anna(contest, { id: statement.id })
      expect(await anna.code(contest, { id: statement.id })).toBe("CONFLICT")
      const complaint = (await knexOf(container)("marketplace_complaint").first("id")) as { id: string }
      const answer = `mutation ($id: ID!) { answerComplaint(id: $id, outcome: REVERSED, answer: "Preuves vues.") }`
      expect(await anna.code(answer, { id: complaint.id })).toBe("NOT_ALLOWED")
      await operator(answer, { id: complaint.id })
      await operator(`mutation { liftSuspension(id: "${shop.sellerA}") { state } }`)
      expect([await purchasable(), await published()]).toEqual([true, true])
      expect((await lettersOf("seller.approved")).at(-1)?.subject).toBe("La suspension de «Tasses & Cie» est levée")
      expect((await anna(standing)).sellerStanding.statements[0]).toMatchObject({
        liftedAt: time.now.toISOString(),
        complaint: { outcome: "REVERSED", answer: "Preuves vues." },
      })

      // The end: thirty days, during which it sells; withdrawn once, then for good.
      const notice = `mutation { giveClosureNotice(id: "${shop.sellerA}", reason: "Fin de gamme") { closingAt } }`
      await operator(notice)
      expect(await operator.code(notice)).toBe("CONFLICT")
      await operator(`mutation { withdrawClosureNotice(id: "${shop.sellerA}") { closingAt } }`)
      const given = (await operator(notice)).giveClosureNotice.closingAt as string
      expect(+new Date(given) - +time.now).toBe(30 * DAY)
      time.now = new Date(+new Date(given) - 1000)
      await watchSellers(container)
      expect(await purchasable()).toBe(true)
      time.now = new Date(given)
      await watchSellers(container)
      await watchSellers(container)
      expect([await purchasable(), await published()]).toEqual([false, false])
      expect((await anna(standing)).sellerStanding.state).toBe("CLOSED")
      expect(await lettersOf("seller.closed")).toHaveLength(1)
      await auditClean()

      // Somebody else may take the number now; papers go after six months, statements stay.
      const knex = knexOf(container)
      time.now = new Date(+new Date(given) + 180 * DAY)
      await watchSellers(container)
      const phone = async () =>
        ((await knex("marketplace_seller").where({ id: shop.sellerA }).first("phone")) as { phone: string }).phone
      expect(await phone()).not.toBe("")
      time.now = new Date(+new Date(given) + 186 * DAY)
      await watchSellers(container)
      expect(await phone()).toBe("")
      expect((await anna(standing)).sellerStanding.statements.length).toBeGreaterThan(1)

      // A seller closes its own shop by its name.
      const close = `mutation ($name: String!) { closeMyShop(confirmName: $name, reason: "Retraite") { state } }`
      expect(await bruno.code(close, { name: "lampes" })).toBe("BAD_INPUT")
      await bruno(close, { name: "Lampes du Nord" })
      expect(await purchasable(shop.variants.lamp)).toBe(false)
    })

    it("lets a team in by invitation, each to its duty, and never loses the last owner", async () => {
      const anna = await enter(shop.emailA, "SELLER")
      const bruno = await enter(shop.emailB, "SELLER")
      const invite = `mutation ($email: String!, $role: MemberRole!) { inviteTeamMember(email: $email, role: $role) { invitations { id email } } }`
      const linkOf = async (email: string) =>
        (await lettersOf("team.invitation"))
          .filter((each) => each.email === email)
          .at(-1)!
          .link.split("token=")[1]!
      await anna(invite, { email: "carla@tasses.example", role: "CATALOGUE" })
      const first = await linkOf("carla@tasses.example")
      await anna(invite, { email: "carla@tasses.example", role: "CATALOGUE" })
      const token = await linkOf("carla@tasses.example")
      const behind = `query ($token: String!) { sellerInvitation(token: $token) { shop email role } }`
      expect((await nobody()(behind, { token: first })).sellerInvitation).toBeNull()
      expect((await nobody()(behind, { token })).sellerInvitation).toEqual({
        shop: "Tasses & Cie",
        email: "carla@tasses.example",
        role: "CATALOGUE",
      })
      const accept = `mutation ($token: String!) { acceptSellerInvitation(token: $token, personName: "Carla", password: "${PASSWORD}") }`
      expect(await nobody().code(accept, { token: first })).toBe("INVITATION_OVER")
      await nobody()(accept, { token })
      expect(await nobody().code(accept, { token })).toBe("INVITATION_OVER")
      const kept = await knexOf(container)("marketplace_seller_invitation").where({ token_hash: token }).first()
      expect(kept).toBeUndefined()

      const carla = await enter("carla@tasses.example", "SELLER")
      const saveOffer = `mutation ($price: SafeInt!) { saveOffer(input: { gtin: "${MUG}", sku: "A-MUG", price: $price, stock: 9 }) { sku } }`
      await carla(saveOffer, { price: 1210 })
      expect(await carla.code(`mutation { acceptSellerOrder(id: "x") { id } }`)).toBe("NOT_ALLOWED")
      expect(await carla.code(invite, { email: "x@tasses.example", role: "OWNER" })).toBe("NOT_ALLOWED")
      expect(
        await carla.code(`mutation { saveSellerFile(input: { phone: "+33 1 00 00 00 00" }) { problems { field } } }`),
      ).toBe("NOT_ALLOWED")
      expect((await carla(`{ sellerFile { mayEdit role } sellerOrders { total } }`)).sellerFile).toEqual({
        mayEdit: false,
        role: "CATALOGUE",
      })

      const team = async () =>
        (await anna(`{ sellerTeam { members { id name role isCaller } } }`)).sellerTeam.members as {
          id: string
          name: string
          isCaller: boolean
        }[]
      const members = await team()
      const owner = members.find((each) => each.isCaller)!
      const catalogue = members.find((each) => each.name === "Carla")!
      const change = `mutation ($id: ID!, $role: MemberRole!) { changeTeamRole(memberId: $id, role: $role) { role } }`
      const remove = `mutation ($id: ID!) { removeTeamMember(memberId: $id) { role } }`
      expect(await anna.code(change, { id: owner.id, role: "FINANCE" })).toBe("LAST_OWNER")
      expect(await anna.code(remove, { id: owner.id })).toBe("LAST_OWNER")
      expect(await bruno.code(change, { id: catalogue.id, role: "OWNER" })).toBe("NOT_FOUND")
      expect(await bruno.code(remove, { id: catalogue.id })).toBe("NOT_FOUND")
      await anna(change, { id: catalogue.id, role: "READ_ONLY" })
      expect(await carla.code(saveOffer, { price: 1220 })).toBe("NOT_ALLOWED")
      await anna(remove, { id: catalogue.id })
      expect(await carla.code(`{ sellerFile { id } }`)).toBe("NOT_ALLOWED")
      await expect(enter("carla@tasses.example", "SELLER")).rejects.toThrow("may not enter")
      // Free to join another team, with the password it has.
      await bruno(invite, { email: "carla@tasses.example", role: "ORDERS" })
      await nobody()(accept, { token: await linkOf("carla@tasses.example") })
      expect((await (await enter("carla@tasses.example", "SELLER"))(`{ sellerFile { name } }`)).sellerFile.name).toBe(
        "Lampes du Nord",
      )
      // Too late is too late.
      await anna(invite, { email: "late@tasses.example", role: "ORDERS" })
      const late = await linkOf("late@tasses.example")
      time.now = new Date(+time.now + 7 * DAY)
      expect(await nobody().code(accept, { token: late })).toBe("INVITATION_OVER")
      // The operator invites a trader, who becomes the owner of an empty file.
      const { inviteSeller } = await operator(
        `mutation { inviteSeller(email: "dora@draps.example", name: "Draps") { id state } }`,
      )
      expect(inviteSeller.state).toBe("INVITED")
      await nobody()(accept, { token: await linkOf("dora@draps.example") })
      const dora = await enter("dora@draps.example", "SELLER")
      expect((await dora(`{ sellerFile { state role } }`)).sellerFile).toEqual({ state: "APPLIED", role: "OWNER" })
      expect(await operator.code(`mutation { reinviteSeller(id: "${inviteSeller.id}") { id } }`)).toBe("CONFLICT")
    })

    it("takes a report of something unlawful, decides with reasons for both sides, and hears both again", async () => {
      const [offer] = await marketplaceOf(container).listOffers({ seller_id: shop.sellerA })
      const report = `mutation ($input: NoticeInput!) { reportNotice(input: $input) { number token } }`
      const input = {
        subject: "OFFER",
        subjectId: offer!.id,
        category: "COUNTERFEIT",
        explanation: "La marque au dos n'est pas celle du fabricant.",
        reporterName: "Rita",
        reporterEmail: "rita@marque.example",
        goodFaith: true,
      }
      expect(await nobody().code(report, { input: { ...input, goodFaith: false } })).toBe("BAD_INPUT")
      expect(await nobody().code(report, { input: { ...input, reporterEmail: null } })).toBe("BAD_INPUT")
      expect(await nobody().code(report, { input: { ...input, subjectId: "offer_x" } })).toBe("NOT_FOUND")
      const { reportNotice: receipt } = await nobody()(report, { input })
      expect((await lettersOf("notice.received"))[0]).toMatchObject({
        email: "rita@marque.example",
        link: `/fr/report/${receipt.token}`,
      })
      const queue = (await operator(`{ notices { total items { id number subjectLabel sellerName state } } }`)).notices
      expect(queue).toMatchObject({
        total: 1,
        items: [{ number: receipt.number, sellerName: "Tasses & Cie", state: "RECEIVED" }],
      })
      const anna = await enter(shop.emailA, "SELLER")
      const decide = `mutation ($id: ID!, $decision: NoticeDecision!, $reasons: String!) { decideNotice(id: $id, decision: $decision, reasons: $reasons) { state decision } }`
      const args = { id: queue.items[0].id, decision: "OFFER_REMOVED", reasons: "Contrefaçon constatée" }
      expect(await anna.code(decide, args)).toBe("NOT_ALLOWED")
      expect(await operator.code(decide, { ...args, reasons: "" })).toBe("BAD_INPUT")
      await operator(decide, args)
      expect(await operator.code(decide, args)).toBe("CONFLICT")
      expect([await purchasable(), await published()]).toEqual([false, false])
      expect((await lettersOf("notice.decided"))[0]?.email).toBe("rita@marque.example")
      expect((await lettersOf("offer.removed"))[0]?.email).toBe(shop.emailA)
      expect(
        (await anna(`{ sellerStanding { statements { decision ground reason } } }`)).sellerStanding.statements,
      ).toEqual([{ decision: "OFFER_REMOVED", ground: "LAW", reason: "Contrefaçon constatée" }])
      // The reporter's own page; six months to disagree.
      const seen = `query ($token: String!) { reportedNotice(token: $token) { number decision reasons complaint { outcome answer } } }`
      expect((await nobody()(seen, { token: "wrong" })).reportedNotice).toBeNull()
      const contest = `mutation ($token: String!) { contestNotice(token: $token, text: "Il faut aussi suspendre ce vendeur.") { number } }`
      time.now = new Date("2026-09-03T00:00:00Z")
      expect(await nobody().code(contest, { token: receipt.token })).toBe("NOTICE_PERIOD")
      time.now = new Date("2026-09-01T00:00:00Z")
      await nobody()(contest, { token: receipt.token })
      expect(await nobody().code(contest, { token: receipt.token })).toBe("CONFLICT")
      const complaint = (await knexOf(container)("marketplace_complaint").first("id")) as { id: string }
      await operator(
        `mutation { answerNoticeComplaint(id: "${complaint.id}", outcome: UPHELD, answer: "Une seule offre.") { id } }`,
      )
      expect((await nobody()(seen, { token: receipt.token })).reportedNotice).toEqual({
        number: receipt.number,
        decision: "OFFER_REMOVED",
        reasons: "Contrefaçon constatée",
        complaint: { outcome: "UPHELD", answer: "Une seule offre." },
      })
    })

    it("takes a seller's number away from nobody else, and keeps the rejected one's file", async () => {
      const save = `mutation ($input: SellerFileInput!) { saveSellerFile(input: $input) { problems { field message } file { state } } }`
      const reject = await applyWhole("Vases", "vera@vases.example", "55208131766522")
      await operator(`mutation { rejectSeller(id: "${reject.sellerId}", reason: "Activité non conforme") { state } }`)
      const vera = await enter("vera@vases.example", "SELLER")
      expect((await vera(`{ sellerFile { state stateReason street } }`)).sellerFile).toEqual({
        state: "REJECTED",
        stateReason: "Activité non conforme",
        street: "1 rue des Potiers",
      })
      await vera(save, { input: { street: "2 rue des Vases" } })
      await vera(`mutation { handInApplication { state } }`)
      await approveSeller(container, { sellerId: reject.sellerId, actor: "user_1" })
      expect((await vera(`{ sellerFile { state street missing } }`)).sellerFile).toEqual({
        state: "ACTIVE",
        street: "2 rue des Vases",
        missing: [],
      })
    })

    async function applyWhole(
      name: string,
      email: string,
      registrationNumber: string,
    ): Promise<{ sellerId: string; state: string }> {
      const { applyAsSeller } = await nobody()(
        `mutation ($input: SellerApplicationInput!) { applyAsSeller(input: $input) { sellerId state } }`,
        {
          input: {
            name,
            email,
            registrationNumber,
            legalName: `${name} SARL`,
            street: "1 rue des Potiers",
            postalCode: "87000",
            city: "Limoges",
            countryCode: "fr",
            phone: "+33 5 55 00 00 00",
            password: PASSWORD,
            selfCertified: true,
            acceptsTerms: true,
            acceptsShopReturns: true,
          },
        },
      )
      return applyAsSeller as { sellerId: string; state: string }
    }
  },
})
