import type { MedusaRequest } from "@medusajs/framework/http"
import { ACTOR_TYPES, assertStrongPassword, GondolaError, rateLimit } from "@gondola/kit"
import { guard } from "./answer"

const tryByEmail = rateLimit("auth-email", 10, 900)
const tryByAddress = rateLimit("auth-address", 50, 900)
const registerByAddress = rateLimit("auth-register", 20, 3600)

/** Who opens an account with an application or an invitation of ours, never by Medusa's bare registration. */
const BY_INVITATION = new Set(["seller_member", "brand_member", "shop_staff"])

const text = (req: MedusaRequest, field: "email" | "password"): string => {
  const value = (req.body as Record<string, unknown> | undefined)?.[field]
  return typeof value === "string" ? value : ""
}

const ACTORS = new Set<string>(Object.values(ACTOR_TYPES))

/** Medusa lets anybody guess as often as they like. Routes like `/auth/token/refresh` have the same shape and pass. */
export const limitedSignIn = guard(async (req) => {
  if (!ACTORS.has(req.params.actor_type ?? "")) return "next"
  await tryByAddress.take(req.ip ?? "")
  if (text(req, "email")) await tryByEmail.take(text(req, "email").trim())
  return "next"
})

/** Medusa takes any password, of one letter too, and any actor. */
export const strictRegistration = guard(async (req) => {
  if (BY_INVITATION.has(req.params.actor_type ?? ""))
    throw new GondolaError("NOT_ALLOWED", "This kind of account is opened with an application or an invitation")
  await registerByAddress.take(req.ip ?? "")
  assertStrongPassword(text(req, "password"), [text(req, "email")])
  return "next"
})

export const strongNewPassword = guard(async (req) => {
  await tryByAddress.take(req.ip ?? "")
  assertStrongPassword(text(req, "password"), [text(req, "email")])
  return "next"
})
