import type { Letter, Letters } from "../../notifications/letter"

type Locale = "fr" | "en"

const LANGUAGE: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" }

/** A day as people write it, in the retailer's time. */
export const longDay = (instant: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(LANGUAGE[locale], { dateStyle: "long", timeZone: "Europe/Paris" }).format(instant)

/** The same letter in both languages. */
export const both = (write: (locale: Locale) => Letter): Letters => ({ fr: write("fr"), en: write("en") })
