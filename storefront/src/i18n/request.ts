import { hasLocale } from "next-intl"
import { getRequestConfig } from "next-intl/server"
import { routing } from "./routing"

const TIME_ZONE = "Europe/Paris"

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const { default: messages } = locale === "en" ? await import("../../messages/en") : await import("../../messages/fr")
  return { locale, messages, timeZone: TIME_ZONE }
})
