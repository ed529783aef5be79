import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { faceUrl } from "../notifications/face-url"
import { notify } from "../notifications/notify"
import { resetLetter } from "./letters"

/** What Medusa's event `auth.password_reset` brings; the metadata are whatever the caller sent. */
export interface PasswordResetAsked {
  readonly entity_id: string
  readonly actor_type: string
  readonly token: string
  readonly metadata?: { readonly face?: unknown; readonly locale?: unknown }
}

export const RESET_KIND = "account.password-reset"

/** Mails the link, to the face where it was asked for. */
export async function tellPasswordReset(
  container: Pick<MedusaContainer, "resolve">,
  { entity_id: email, actor_type: actor, token, metadata }: PasswordResetAsked,
): Promise<void> {
  const shop = metadata?.face === "SHOP" || (metadata?.face !== "PORTAL" && actor === "customer")
  const search = `?token=${encodeURIComponent(token)}`
  const url = (locale: "fr" | "en"): string =>
    shop
      ? faceUrl(container, "storefront", `/${locale}/account/new-password${search}`)
      : faceUrl(container, "portal", `/new-password${search}`)
  await notify(container, {
    key: `password-reset:${createHash("sha256").update(token).digest("hex").slice(0, 32)}`,
    kind: RESET_KIND,
    to: { email, locale: metadata?.locale === "en" ? "en" : "fr" },
    letter: resetLetter({ fr: url("fr"), en: url("en") }),
  })
}
