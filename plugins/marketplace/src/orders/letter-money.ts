import type { MailLocale } from "../notifications/letter"

export interface LetterMoney {
  /** Minor units. */
  readonly amount: number
  readonly currency: string
}

/** An amount as a letter prints it. */
export const euros = ({ amount, currency }: LetterMoney, locale: MailLocale): string =>
  new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency }).format(amount / 100)

export const letterDay = (day: Date, locale: MailLocale): string =>
  new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "Europe/Paris" }).format(
    day,
  )
