const TIME_ZONE = "Europe/Paris"

const format = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "fr-FR", { timeZone: TIME_ZONE, ...options })

/** «mardi 8 décembre 2026» */
export function formatDay(instant: string, locale: string): string {
  return format(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(instant))
}

/** «8 décembre 2026 à 14:05» */
export function formatInstant(instant: string, locale: string): string {
  return format(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(instant))
}
