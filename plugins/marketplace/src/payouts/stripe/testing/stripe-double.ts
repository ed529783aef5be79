import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { readFileSync } from "node:fs"
import { join } from "node:path"

type Shape = Record<string, unknown>

/** Stripe's own example objects, as stripe-mock answers them for the pinned API version. */
const RECORDED = JSON.parse(readFileSync(join(__dirname, "recorded.json"), "utf8")) as Record<string, Shape>

/**
 * `hang`: nothing is done, no answer comes. `lose`: it is done, and the answer never arrives. A status: nothing is
 * done, and that is the answer.
 */
export type Misbehaviour =
  "hang" | "lose" | { readonly status: number; readonly code: string; readonly message?: string }

interface Call {
  readonly method: string
  readonly path: string
  readonly account: string | null
  readonly idempotencyKey: string | null
  readonly params: Shape
}

/** A Stripe to test against: keeps what was moved, answers in recorded shapes, honours idempotency keys, fails on demand. */
export class StripeDouble {
  readonly transfers: Shape[] = []
  readonly reversals: Shape[] = []
  readonly payouts: (Shape & { account: string | null })[] = []
  readonly accounts = new Map<string, Shape>()
  readonly intents = new Map<string, Shape>()
  readonly refunds: Shape[] = []
  readonly calls: Call[] = []
  readonly #answers = new Map<string, Shape>()
  readonly #misbehaviours: { readonly on: RegExp; readonly how: Misbehaviour }[] = []
  #server: Server | undefined
  #made = 0

  constructor(private readonly now: () => Date) {}

  async start(port = 0): Promise<string> {
    this.#server = createServer((req, res) => void this.#answer(req, res))
    await new Promise<void>((resolve) => this.#server!.listen(port, "127.0.0.1", resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  /** The next call whose «METHOD /path» fits goes wrong, once. */
  misbehave(on: RegExp, how: Misbehaviour): void {
    this.#misbehaviours.push({ on, how })
  }

  /** Whatever was to go wrong does not. */
  behave(): void {
    this.#misbehaviours.length = 0
  }

  /** The shopper's browser confirmed the card at Stripe: the amount is held. */
  confirm(id: string): Shape {
    const intent = this.intents.get(id)!
    return Object.assign(intent, { status: "requires_capture", amount_capturable: intent.amount })
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? "/", "http://stripe")
    const params = { ...parse(url.searchParams.toString()), ...parse(await bodyOf(req)) }
    const call: Call = {
      method: req.method ?? "GET",
      path: url.pathname,
      account: one(req.headers["stripe-account"]),
      idempotencyKey: one(req.headers["idempotency-key"]),
      params,
    }
    this.calls.push(call)
    const at = this.#misbehaviours.findIndex(({ on }) => on.test(`${call.method} ${call.path}`))
    const [wrong] = at < 0 ? [] : this.#misbehaviours.splice(at, 1)
    if (wrong?.how === "hang") return
    if (wrong && typeof wrong.how === "object") return refuse(res, wrong.how)
    const known = call.method === "POST" && call.idempotencyKey ? this.#answers.get(call.idempotencyKey) : undefined
    const answer = known ?? this.#act(call)
    if (call.method === "POST" && call.idempotencyKey && answer) this.#answers.set(call.idempotencyKey, answer)
    if (wrong?.how === "lose") return
    if (!answer) return refuse(res, { status: 404, code: "resource_missing" })
    if (answer.error) return send(res, 400, answer)
    send(res, 200, answer)
  }

  #act({ method, path, account, params }: Call): Shape | undefined {
    const [, , kind, id, sub] = path.split("/")
    if (method === "GET") return this.#read(kind!, { id, sub, params, account })
    switch (kind) {
      case "accounts":
        if (sub === "external_accounts") return this.#make("bank_account", "ba", {})
        return this.#keep(this.accounts, this.#make("account", "acct", params))
      case "account_links":
        return this.#make("account_link", "", { url: `https://connect.stripe.example/${String(params.account)}` })
      case "tokens":
        return this.#make("token", "btok", {})
      case "transfers":
        if (sub === "reversals") return push(this.reversals, this.#make("reversal", "trr", { ...params, transfer: id }))
        return push(this.transfers, this.#make("transfer", "tr", params))
      case "payouts":
        return push(this.payouts, { ...this.#make("payout", "po", { ...params, status: "in_transit" }), account })
      case "payment_intents":
        return this.#intent(params, id, sub)
      case "refunds":
        return push(this.refunds, this.#make("refund", "re", params))
    }
    return undefined
  }

  #read(
    kind: string,
    { id, sub, params, account }: { id?: string; sub?: string; params: Shape; account: string | null },
  ): Shape | undefined {
    if (kind === "accounts") return this.accounts.get(id!)
    if (kind === "payment_intents") return this.intents.get(id!)
    if (kind === "refunds") return list(this.refunds.filter((each) => each.payment_intent === params.payment_intent))
    if (sub === "reversals") return list(this.reversals.filter((each) => each.transfer === id))
    if (kind === "transfers")
      return list(this.transfers.filter((each) => each.transfer_group === params.transfer_group))
    if (kind === "payouts") return list(this.payouts.filter((each) => each.account === account))
    if (kind === "balance_transactions") return list(this.#balance(String(params.type)))
    return undefined
  }

  #balance(type: string): Shape[] {
    const sources = type === "transfer" ? this.transfers : this.reversals
    return sources.map((source) => ({
      ...RECORDED.balance_transaction,
      id: `txn_${String(source.id)}`,
      type,
      amount: type === "transfer" ? -Number(source.amount) : Number(source.amount),
      currency: source.currency,
      created: source.created,
      source,
    }))
  }

  #intent(params: Shape, id: string | undefined, action: string | undefined): Shape | undefined {
    if (!id) {
      const made = this.#make("payment_intent", "pi", {
        ...params,
        status: "requires_payment_method",
        last_payment_error: null,
      })
      return this.#keep(this.intents, { ...made, client_secret: `${String(made.id)}_secret` })
    }
    const intent = this.intents.get(id)
    if (!intent) return undefined
    if (action === "capture" && intent.status !== "requires_capture")
      return {
        error: {
          type: "invalid_request_error",
          code: "payment_intent_unexpected_state",
          message: "This PaymentIntent could not be captured",
          payment_intent: intent,
        },
      }
    if (action === "capture")
      Object.assign(intent, { status: "succeeded", amount_received: intent.amount, amount_capturable: 0 })
    else if (action === "cancel") intent.status = "canceled"
    else Object.assign(intent, typed(params))
    return intent
  }

  #make(kind: string, prefix: string, over: Shape): Shape {
    const made = { ...RECORDED[kind], ...typed(over), created: Math.floor(this.now().getTime() / 1000) }
    return prefix ? { ...made, id: `${prefix}_${++this.#made}` } : made
  }

  #keep(all: Map<string, Shape>, made: Shape): Shape {
    all.set(String(made.id), made)
    return made
  }
}

const push = <T>(all: T[], made: T): T => {
  all.push(made)
  return made
}

const one = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? value[0] : value) ?? null

const list = (data: Shape[]): Shape => ({ object: "list", data, has_more: false, url: "/" })

/** Form fields are text; amounts come back as numbers. */
const typed = (params: Shape): Shape =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, key === "amount" ? Number(value) : value]))

function parse(text: string): Shape {
  const params: Shape = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const [first, ...rest] = name.split("[").map((part) => part.replace("]", ""))
    let at = params
    let key = first!
    for (const next of rest) {
      at = (at[key] ??= {}) as Shape
      key = next
    }
    at[key] = value
  }
  return params
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = ""
  for await (const chunk of req) body += String(chunk)
  return body
}

function send(res: ServerResponse, status: number, body: Shape): void {
  res.writeHead(status, { "content-type": "application/json" })
  res.end(JSON.stringify(body))
}

const refuse = (res: ServerResponse, { status, code, message }: Exclude<Misbehaviour, string>): void =>
  send(res, status, {
    error: { type: status >= 500 ? "api_error" : "invalid_request_error", code, message: message ?? code },
  })
