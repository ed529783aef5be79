import { hasLocale } from "next-intl"
import { getRequestConfig } from "next-intl/server"
import { routing } from "./routing"

const TIME_ZONE = "Europe/Paris"

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const { default: messages } = (await import(`../../messages/${locale}.json`)) as { default: Record<string, string> }
  return { locale, messages, timeZone: TIME_ZONE }
})
