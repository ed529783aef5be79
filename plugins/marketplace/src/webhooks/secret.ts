import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** In the form of Standard Webhooks: 24 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(24).toString("base64")}`

const boxKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "gondola", "webhook endpoint secrets", 32))

/** Signing needs the secret itself, so that it is kept, but not readable from a copy of the database alone. */
export function sealSecret(plain: string, key: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", boxKey(key), iv)
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".")
}

/** @throws Error when the key is another one or the text was changed */
export function openSecret(sealed: string, key: string): string {
  const [iv, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"))
  const decipher = createDecipheriv("aes-256-gcm", boxKey(key), iv!)
  decipher.setAuthTag(tag!)
  return Buffer.concat([decipher.update(text!), decipher.final()]).toString("utf8")
}

/** What seals them: the secret that also signs tokens. */
export const boxKeyOf = (container: Pick<MedusaContainer, "resolve">): string =>
  String(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.jwtSecret)
