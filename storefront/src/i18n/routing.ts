import { defineRouting } from "next-intl/routing"

/** The address names the language; nothing is stored about the choice. */
export const routing = defineRouting({
  locales: ["fr", "en"],
  defaultLocale: "fr",
  localePrefix: "always",
  localeCookie: false,
})

export type AppLocale = (typeof routing.locales)[number]
