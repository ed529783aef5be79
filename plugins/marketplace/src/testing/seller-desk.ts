import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { CLOCK } from "@gondola/kit"
import { withCheckDigit } from "../catalogue/gtin"
import { knexOf } from "../modules/marketplace/resolve"
import { offerAudit } from "../offers/offer-audit"
import { assertPurchasable } from "../orders/purchasable"
import { openThreeSellers, type ThreeSellers } from "./three-sellers"

export const DAY = 86_400_000
export const PASSWORD = "violet-escargot-7-parapluie"
export const MUG = withCheckDigit("376000000001")
export const PDF = Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
const OPERATOR = "olga@gondole.example"
const WHOLE_APPLICATION = {
  street: "1 rue des Potiers",
  postalCode: "87000",
  city: "Limoges",
  countryCode: "fr",
  phone: "+33 5 55 00 00 00",
  password: PASSWORD,
  selfCertified: true,
  acceptsTerms: true,
  acceptsShopReturns: true,
}

interface Answer {
  data: Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any -- the shape is what the test asserts
  errors?: { message: string; extensions: { code: string; details?: Record<string, unknown> } }[]
}

/** Medusa's test client: axios, of which its types say nothing. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
type Api = any

export type Caller = ReturnType<typeof caller>

/** Whoever asks: nobody, or the bearer of a token. */
function caller(api: Api, token?: string) {
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
          .then((done: { status: number; data: Buffer }) => [done.status, Buffer.from(done.data).toString("latin1")])
          .catch((refused: { response: { status: number } }) => [refused.response.status]),
    },
  )
}

interface Sent {
  email: string
  subject: string
  /** the address behind the letter's button, or nothing */
  link: string
}

async function sentLetters(container: MedusaContainer, kind: string): Promise<Sent[]> {
  const rows = (await knexOf(container)("marketplace_notification").where({ kind }).orderBy(["created_at", "id"])) as {
    email: string
    locale: "fr" | "en"
    letter: Record<"fr" | "en", { subject: string; action?: { url: string } }>
  }[]
  return rows.map(({ email, locale, letter }) => ({
    email,
    subject: letter[locale].subject,
    link: letter[locale].action?.url ?? "",
  }))
}

/** What the scenarios of sellers share: three sellers, an operator, their sign-ins, their letters and one clock. */
export interface SellerDesk {
  readonly container: MedusaContainer
  shop: ThreeSellers
  operator: Caller
  readonly time: { now: Date }
  nobody(this: void): Caller
  enter(this: void, email: string, room: string): Promise<Caller>
  lettersOf(this: void, kind: string): Promise<Sent[]>
  /** A's mug, unless another variant is named. */
  purchasable(this: void, variant?: string): Promise<boolean>
  published(this: void, variant?: string): Promise<boolean>
  auditClean(this: void): Promise<void>
  applyWhole(
    this: void,
    name: string,
    email: string,
    registrationNumber: string,
  ): Promise<{ sellerId: string; state: string }>
}

export function openSellerDesk(getContainer: () => MedusaContainer, api: Api): SellerDesk {
  const nobody = () => caller(api)
  const desk: SellerDesk = {
    get container(): MedusaContainer {
      return getContainer()
    },
    shop: undefined as unknown as ThreeSellers,
    operator: undefined as unknown as Caller,
    time: { now: new Date("2026-03-02T09:00:00Z") },
    nobody,
    async enter(email: string, room: string): Promise<Caller> {
      const { signIn } = await nobody()(
        `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`,
        { email, password: PASSWORD },
      )
      const pass = (signIn.rooms as { room: string; token: string }[]).find((each) => each.room === room)
      if (!pass) throw new Error(`${email} may not enter ${room}`)
      return caller(api, pass.token)
    },
    lettersOf: (kind: string): Promise<Sent[]> => sentLetters(getContainer(), kind),
    async purchasable(variant: string = desk.shop.variants.mug): Promise<boolean> {
      return assertPurchasable(desk.container, [variant]).then(
        () => true,
        (refused: { code: string }) => {
          expect(refused.code).toBe("NOT_FOR_SALE")
          return false
        },
      )
    },
    async published(variant: string = desk.shop.variants.mug): Promise<boolean> {
      const [found] = await desk.container
        .resolve(Modules.PRODUCT)
        .listProductVariants({ id: variant }, { relations: ["product"] })
      return found?.product?.status === "published"
    },
    auditClean: async (): Promise<void> => expect((await offerAudit.run(getContainer())).findings).toEqual([]),
    async applyWhole(name: string, email: string, registrationNumber: string) {
      const { applyAsSeller } = await nobody()(
        `mutation ($input: SellerApplicationInput!) { applyAsSeller(input: $input) { sellerId state } }`,
        { input: { ...WHOLE_APPLICATION, name, email, registrationNumber, legalName: `${name} SARL` } },
      )
      return applyAsSeller as { sellerId: string; state: string }
    },
  }
  beforeEach(async () => {
    desk.time.now = new Date("2026-03-02T09:00:00Z")
    desk.container.register({ [CLOCK]: { resolve: () => ({ now: () => desk.time.now }) } } as never)
    desk.shop = await openThreeSellers(desk.container)
    const { authIdentity } = await desk.container
      .resolve(Modules.AUTH)
      .register("emailpass", { body: { email: OPERATOR, password: PASSWORD } } as never)
    await createUserAccountWorkflow(desk.container).run({
      input: { authIdentityId: authIdentity!.id, userData: { email: OPERATOR, first_name: "Olga" } },
    })
    desk.operator = await desk.enter(OPERATOR, "OPERATOR")
  })
  return desk
}
