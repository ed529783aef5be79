import type { Letters } from "../notifications/letter"

export interface FeeLetterFacts {
  readonly sellerName: string
  readonly kind: "penalty" | "service" | "credit"
  /** Cents with VAT; negative where the seller gets it. */
  readonly gross: number
  readonly currency: string
  readonly reason: string
}

const money = (locale: "fr" | "en", { gross, currency }: FeeLetterFacts): string =>
  new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency }).format(
    Math.abs(gross) / 100,
  )

const SUBJECTS = {
  penalty: { fr: "Une pénalité a été enregistrée", en: "A penalty was booked" },
  service: { fr: "Des frais ont été enregistrés", en: "A fee was booked" },
  credit: { fr: "Un avoir a été enregistré", en: "A credit was booked" },
} as const

/** Money taken or given by a person's decision is told at once, with its reason (P2B art. 4). */
export const feeLetter = (facts: FeeLetterFacts): Letters => ({
  fr: {
    subject: `${SUBJECTS[facts.kind].fr} : ${money("fr", facts)}`,
    paragraphs: [
      `Bonjour ${facts.sellerName},`,
      "La place de marché a enregistré l’opération ci-dessous sur votre compte. Elle figure sur votre relevé ; si elle vous paraît injustifiée, répondez à ce message ou déposez une réclamation.",
    ],
    facts: [
      ["Motif", facts.reason],
      ["Montant, TVA comprise", money("fr", facts)],
    ],
    action: { label: "Voir mes frais", url: "/seller/tariff" },
  },
  en: {
    subject: `${SUBJECTS[facts.kind].en}: ${money("en", facts)}`,
    paragraphs: [
      `Hello ${facts.sellerName},`,
      "The marketplace booked the entry below on your account. It is on your statement; if you find it unjustified, answer this message or file a complaint.",
    ],
    facts: [
      ["Reason", facts.reason],
      ["Amount with VAT", money("en", facts)],
    ],
    action: { label: "See my fees", url: "/seller/tariff" },
  },
})
