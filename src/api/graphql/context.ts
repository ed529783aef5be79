import type { MedusaRequest } from "@medusajs/framework/http"
import { ACTOR_TYPES, type Actor, type GraphqlContext, type SignedIn, clockOf } from "@gondola/kit"
import { sellerKeyCaller } from "@gondola/marketplace"

const ACTORS = new Map(Object.entries(ACTOR_TYPES).map(([actor, type]) => [type as string, actor as Actor]))

interface Authenticated {
  auth_context?: { actor_id?: string; actor_type?: string }
}

/** The context of one request; a token whose account does not exist yet counts as no sign-in. */
export async function graphqlContext(request: MedusaRequest): Promise<GraphqlContext> {
  const address = callerAddress(request)
  const program = await sellerKeyCaller(request.scope, request.headers.authorization, address)
  const cache = new Map<string, unknown>()
  return {
    scope: request.scope,
    clock: clockOf(request.scope),
    signedIn: program ?? signedIn(request as Authenticated),
    address,
    header: (name) => {
      const value = request.headers[name.toLowerCase()]
      return Array.isArray(value) ? value[0] : value
    },
    once: <T>(key: string, make: () => T): T => {
      if (!cache.has(key)) cache.set(key, make())
      return cache.get(key) as T
    },
  }
}

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/**
 * Who is counted by the rate limits. The storefront's server and a reverse proxy of this machine call for others and name
 * them last in x-forwarded-for; from anywhere else that header is the caller's own invention.
 */
function callerAddress(request: MedusaRequest): string {
  const peer = request.socket.remoteAddress ?? ""
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim()
  return LOOPBACK.test(peer) && forwarded ? forwarded : peer
}

function signedIn(request: Authenticated): SignedIn | null {
  const { actor_id: id, actor_type: type } = request.auth_context ?? {}
  const actor = type ? ACTORS.get(type) : undefined
  return actor && id ? { actor, id } : null
}
