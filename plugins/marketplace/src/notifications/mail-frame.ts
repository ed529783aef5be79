import type { MedusaContainer } from "@medusajs/framework/types"
import { retailerOf } from "../retailer/retailer-of"
import type { MailLocale } from "./letter"
import type { MailFrame } from "./render-mail"

const WHY = {
  fr: "Ce message vous est adressé parce qu'il concerne votre compte ou votre commande.",
  en: "You receive this message because it concerns your account or your order.",
} as const

/** Who writes, as the mail prints it. */
export async function mailFrame(container: MedusaContainer, locale: MailLocale): Promise<MailFrame> {
  const { name, trader } = await retailerOf(container)
  const { legalName, street, postalCode, city, email } = trader
  return { locale, house: name, imprint: `${legalName}, ${street}, ${postalCode} ${city} · ${email}\n${WHY[locale]}` }
}
