import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertScope, clockOf, type GraphqlContext, GondolaError, revived, type SignedIn } from "@gondola/kit"
import { z } from "zod"
import { sellerKeyCaller } from "../api-keys/key-caller"
import { openApi } from "./open-api"
import { operations } from "./operations"
import type { Operation } from "./operation"
import { BASE, matchOperation } from "./route"

const STATUS: Readonly<Record<string, number>> = {
  NOT_FOUND: 404,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  CONFLICT: 409,
  ORDER_BUSY: 409,
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
    const match = matchOperation(operations, req.method, path)
    const context = await programContext(req)
    if (!match)
      throw new GondolaError("NOT_FOUND", `${req.method} ${BASE}${path} was not found; see ${BASE}/openapi.json`)
    if ("methods" in match) {
      res.status(405).set("allow", match.methods.join(", "))
      return void res.json({ error: { code: "BAD_INPUT", message: `${req.method} is not possible here` } })
    }
    const { operation, params } = match
    assertScope(context.signedIn!.key!, operation.scope)
    const query = (parsed(operation.query, req.query, "query") ?? {}) as Record<string, unknown>
    const body = parsed(operation.body, req.body, "body")
    const answer = await operation.handle({ context, params, query, body })
    res.set("cache-control", "no-store").json(shown(operation, answer))
  } catch (thrown) {
    refuse(req, res, revived(thrown))
  }
}

async function programContext(req: MedusaRequest): Promise<GraphqlContext> {
  const address = req.ip ?? ""
  const signedIn: SignedIn | null = await sellerKeyCaller(req.scope, req.headers.authorization, address)
  if (!signedIn)
    throw new GondolaError(
      "NOT_SIGNED_IN",
      "Send a valid key: Authorization: Bearer gnd_… (revoked and expired ones end here)",
    )
  const cache = new Map<string, unknown>()
  return {
    scope: req.scope,
    clock: clockOf(req.scope),
    signedIn,
    address,
    header: (name) => req.get(name),
    once: <T>(key: string, make: () => T): T => {
      if (!cache.has(key)) cache.set(key, make())
      return cache.get(key) as T
    },
  }
}

/** @throws BAD_INPUT with the first thing that is wrong */
function parsed(shape: Operation["body"], given: unknown, where: string): unknown {
  if (!shape) return undefined
  const result = shape.safeParse(given ?? {})
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join(".")
  throw new GondolaError(
    "BAD_INPUT",
    `The ${where} is not as described: ${path ? `${path}: ` : ""}${issue?.message ?? ""}`,
  )
}

/** Only what is documented leaves: a field added to a view inside is not published by accident. */
const shown = (operation: Operation, answer: unknown): unknown => z.parse(operation.answer, answer)

function refuse(req: MedusaRequest, res: MedusaResponse, error: unknown): void {
  if (error instanceof GondolaError) {
    const { code, message, options } = error
    if (code === "TOO_MANY_REQUESTS") res.set("retry-after", String(options.details?.seconds ?? 60))
    res
      .status(STATUS[code] ?? 400)
      .json({ error: { code, message, ...(options.details ? { details: options.details } : {}) } })
    return
  }
  req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(error instanceof Error ? error : new Error(String(error)))
  const message = "Something went wrong on our side. Nothing was lost; try again in a moment."
  res.status(500).json({ error: { code: "INTERNAL", message } })
}
