import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertScope, clockOf, type GraphqlContext, GondolaError, revived } from "@gondola/kit"
import { type KeyCaller, keyCaller } from "../api-keys/key-caller"
import { callerSeller } from "../graphql/callers"
import { fingerprintOf, isRepeatable, keyOf, once } from "./once"
import { openApi } from "./open-api"
import { type Call, FileAnswer, type Operation } from "./operation"
import { sellerOperations } from "./operations"
import { BASE, matchOperation } from "./route"

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  CONFLICT: 409,
  ORDER_BUSY: 409,
  IMPORT_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
}

/** The seller's REST API: everything under /seller/v1. */
export async function serveSellerApi(
  req: MedusaRequest,
  res: MedusaResponse,
  _next: MedusaNextFunction,
): Promise<void> {
  try {
    const path = req.originalUrl.split("?")[0]!.slice(BASE.length)
    if (path === "/openapi.json" && req.method === "GET") return void res.json(openApi())
    const match = matchOperation(sellerOperations(), req.method, path)
    const context = contextOf(req, await caller(req, res))
    if (!match)
      throw new GondolaError("NOT_FOUND", `${req.method} ${BASE}${path} was not found; see ${BASE}/openapi.json`)
    if ("methods" in match) {
      res.status(405).set("allow", match.methods.join(", "))
      return void res.json({ error: { code: "BAD_INPUT", message: `${req.method} is not possible here` } })
    }
    const { operation, params } = match
    assertScope(context.signedIn!.key!, operation.scope)
    const key = isRepeatable(operation) ? keyOf(req.get("idempotency-key")) : null
    const body: unknown = operation.takesFile ? null : req.body
    const call: Call = { context, params, query: req.query, body, key, stream: req }
    await send(res, await answered(operation, call, path))
  } catch (thrown) {
    refuse(req, res, revived(thrown))
  }
}

interface Answered {
  readonly answer: unknown
  readonly again: boolean
}

async function answered(operation: Operation, call: Call, path: string): Promise<Answered> {
  if (call.key === null) return { answer: await operation.handle(call), again: false }
  const seller = await callerSeller(call.context)
  const fingerprint = fingerprintOf([operation.id, path, call.body])
  const repeatable = { sellerId: seller.id, key: call.key, fingerprint }
  return once(call.context.scope, repeatable, () => operation.handle(call))
}

async function send(res: MedusaResponse, { answer, again }: Answered): Promise<void> {
  res.set("cache-control", "no-store")
  if (again) res.set("idempotent-replayed", "true")
  if (!(answer instanceof FileAnswer)) return void res.json(answer)
  res.set("content-type", answer.mediaType).set("x-content-type-options", "nosniff")
  res.set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
  await pipeline(answer.content instanceof Readable ? answer.content : Readable.from([answer.content]), res)
}

/** @throws NOT_SIGNED_IN | TOO_MANY_REQUESTS. Says in the headers how many calls are left. */
async function caller(req: MedusaRequest, res: MedusaResponse): Promise<KeyCaller> {
  const found = await keyCaller(req.scope, req.headers.authorization, req.ip ?? "")
  if (!found)
    throw new GondolaError(
      "NOT_SIGNED_IN",
      "Send a valid key: Authorization: Bearer gnd_… (revoked and expired ones end here)",
    )
  const { limit, remaining, seconds } = found.allowance
  res.set({ "ratelimit-limit": `${limit}`, "ratelimit-remaining": `${remaining}`, "ratelimit-reset": `${seconds}` })
  return found
}

function contextOf(req: MedusaRequest, { signedIn }: KeyCaller): GraphqlContext {
  const cache = new Map<string, unknown>()
  return {
    scope: req.scope,
    clock: clockOf(req.scope),
    signedIn,
    address: req.ip ?? "",
    header: (name) => req.get(name),
    once: <T>(key: string, make: () => T): T => {
      if (!cache.has(key)) cache.set(key, make())
      return cache.get(key) as T
    },
  }
}

function refuse(req: MedusaRequest, res: MedusaResponse, error: unknown): void {
  const known = error instanceof GondolaError
  if (!known)
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(error instanceof Error ? error : new Error(String(error)))
  // The beginning of a file has left already: its reader must see that the rest is missing.
  if (res.headersSent) return void res.destroy()
  // A body that nobody will read must not keep the connection: the sender may have a gigabyte to go.
  if (!req.readableEnded) res.set("connection", "close")
  if (!known) {
    const message = "Something went wrong on our side. Nothing was lost; try again in a moment."
    return void res.status(500).json({ error: { code: "INTERNAL", message } })
  }
  const { code, message, options } = error
  if (code === "TOO_MANY_REQUESTS") {
    const seconds = String(options.details?.seconds ?? 60)
    res.set({ "retry-after": seconds, "ratelimit-remaining": "0", "ratelimit-reset": seconds })
  }
  res
    .status(STATUS[code] ?? 400)
    .json({ error: { code, message, ...(options.details ? { details: options.details } : {}) } })
}
