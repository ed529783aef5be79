import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { CLOCK } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { placeOrder } from "../orders/place-order"
import { readSoldOrder, type SoldOrder } from "../orders/sold-order"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./three-sellers"

export interface HttpAnswer {
  status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an HTTP answer is what the assertions make of it
  data: any
}

export interface GraphqlAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  data: Record<string, any>
  errors?: { message: string; extensions: { code: string } }[]
}

interface DetailedOrder {
  total: number
  payment_status: string
  summary: { pending_difference: number }
  items: { id: string; quantity: number; detail: Record<string, number> }[]
}

interface Sent {
  email: string
  letter: { fr: { subject: string; paragraphs: string[]; facts?: string[][] } }
}

interface Headed {
  headers: Record<string, string>
}

interface Http {
  post(path: string, body: unknown, config?: Headed): Promise<HttpAnswer>
  get(path: string, config?: Headed): Promise<HttpAnswer>
}

export type OrderDesk = ReturnType<typeof openOrderDesk>

/** What the scenarios of orders share: a marketplace of three sellers, its public door, its clock and its counts. */
export function openOrderDesk(getContainer: () => unknown, api: Http) {
  const container = () => getContainer() as MedusaContainer
  const count = async (table: string, where: object = {}): Promise<number> => {
    const [row] = (await knexOf(container())(table).where(where).count("* as n")) as { n: string }[]
    return Number(row!.n)
  }
  const sum = async (table: string, column: string): Promise<number> => {
    const [row] = (await knexOf(container())(table).whereNull("deleted_at").sum(`${column} as n`)) as {
      n: string | null
    }[]
    return Number(row!.n ?? 0)
  }
  const tokenFor = (actor: string, id: string): string => {
    const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
    const claims = { actor_id: id, actor_type: actor, auth_identity_id: "x", app_metadata: {}, user_metadata: {} }
    return generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })
  }
  const desk = {
    api,
    container,
    count,
    tokenFor,
    shop: undefined as unknown as ThreeSellers,
    /** null: the clock on the wall */
    now: null as Date | null,
    ledger: () => container().resolve<LedgerModuleService>(LEDGER_MODULE),
    async graphql(query: string, variables: object = {}, token?: string): Promise<GraphqlAnswer> {
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
      return (await api.post("/graphql", { query, variables }, { headers })).data as GraphqlAnswer
    },
    code: (answer: GraphqlAnswer) => answer.errors?.[0]?.extensions.code,
    refused: (call: Promise<unknown>): Promise<HttpAnswer> =>
      call.then(
        (answer) => answer as HttpAnswer,
        (error: { response: HttpAnswer }) => error.response,
      ),
    async sellerToken(email: string): Promise<string> {
      const [member] = await marketplaceOf(container()).listSellerMembers({ email })
      return tokenFor("seller_member", member!.id)
    },
    async place(over: Parameters<typeof fillBasket>[2] = {}): Promise<SoldOrder> {
      const { orderId } = await placeOrder(container(), await fillBasket(container(), desk.shop, over))
      return readSoldOrder(container(), orderId)
    },
    async medusaOrder(id: string): Promise<DetailedOrder> {
      const fields = ["id", "total", "summary.*", "items.*", "items.detail.*", "payment_status", "fulfillment_status"]
      const { result } = await getOrderDetailWorkflow(container()).run({ input: { order_id: id, fields } })
      return result as unknown as DetailedOrder
    },
    reserved: () => sum("reservation_item", "quantity"),
    /** cents */
    refunded: async () => Math.round((await sum("refund", "amount")) * 100),
    letters: async (kind: string) =>
      (await knexOf(container())("marketplace_notification").where("kind", kind)) as Sent[],
    async stateOf(sellerOrderId: string): Promise<string> {
      const row = (await knexOf(container())("marketplace_seller_order").where("id", sellerOrderId).first("state")) as {
        state: string
      }
      return row.state
    },
    /** A killed process sends no event; tests of the aftermath must not get one either. */
    withoutEvents() {
      const bus = container().resolve(Modules.EVENT_BUS) as unknown as {
        eventEmitter_: { removeAllListeners(event: string): void }
      }
      bus.eventEmitter_.removeAllListeners("order.placed")
    },
  }
  beforeAll(async () => {
    desk.shop = await openThreeSellers(container())
  })
  beforeEach(() => {
    desk.now = null
    container().register({ [CLOCK]: asValue({ now: () => desk.now ?? new Date() }) })
  })
  return desk
}
