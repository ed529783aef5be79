import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Separates these tokens from everything else that is signed with the same secret. */
const DOMAIN = "gondola/order-access/v1"

/** Opens one order to whoever holds it: the confirmation page, the e-mail, the QR code shown at a desk. */
export const signOrderToken = (secret: string, orderId: string): string => `${orderId}.${mac(secret, orderId)}`

/** The order id, or null for anything that we did not sign. */
export function verifyOrderToken(secret: string, token: string): string | null {
  const dot = token.lastIndexOf(".")
  if (dot < 1 || token.length > 200) return null
  const orderId = token.slice(0, dot)
  const given = Buffer.from(token.slice(dot + 1))
  const expected = Buffer.from(mac(secret, orderId))
  return given.length === expected.length && timingSafeEqual(given, expected) ? orderId : null
}

function mac(secret: string, orderId: string): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", DOMAIN, 32))
  return createHmac("sha256", key).update(orderId).digest("base64url")
}

export const orderAccessToken = (container: MedusaContainer, orderId: string): string =>
  signOrderToken(secretOf(container), orderId)

export const orderIdOfAccessToken = (container: MedusaContainer, token: string): string | null =>
  verifyOrderToken(secretOf(container), token)

/** Option `orderAccessSecret` of the plugin; Medusa's token secret where the operator named none. */
function secretOf(container: MedusaContainer): string {
  const { plugins, projectConfig } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const plugin = plugins?.find((each) => typeof each !== "string" && each.resolve === "@gondola/marketplace")
  const option = typeof plugin === "object" ? (plugin.options?.orderAccessSecret as string | undefined) : undefined
  const secret = option ?? projectConfig.http.jwtSecret
  if (typeof secret !== "string" || secret === "") throw new Error("no secret is configured to sign order tokens")
  return secret
}
