import type { Letters } from "../notifications/letter"

export interface PayoutLetterFacts {
  readonly sellerName: string
  readonly payoutId: string
  /** Written in the reader's way by `money`. */
  readonly amount: number
  readonly currency: string
  readonly last4: string | null
  readonly reason: string | null
}

const money = (locale: "fr" | "en", { amount, currency }: PayoutLetterFacts): string =>
  new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency }).format(amount / 100)

const account = (last4: string | null, fr: boolean): [string, string][] =>
  last4 ? [[fr ? "Compte" : "Account", `•••• ${last4}`]] : []

/** The bank has the money: told by the provider or by the operator, never by us alone. */
export const paidLetter = (facts: PayoutLetterFacts): Letters => ({
  fr: {
    subject: `Votre virement de ${money("fr", facts)} est arrivé`,
    paragraphs: [
      `Bonjour ${facts.sellerName},`,
      "La banque a confirmé le virement ci-dessous. Le détail des ventes et des frais qu’il règle est dans votre espace vendeur.",
    ],
    facts: [["Montant", money("fr", facts)], ["Virement", facts.payoutId], ...account(facts.last4, true)],
  },
  en: {
    subject: `Your payout of ${money("en", facts)} has arrived`,
    paragraphs: [
      `Hello ${facts.sellerName},`,
      "The bank confirmed the payout below. The sales and fees that it settles are listed in your seller room.",
    ],
    facts: [["Amount", money("en", facts)], ["Payout", facts.payoutId], ...account(facts.last4, false)],
  },
})

export const returnedLetter = (facts: PayoutLetterFacts): Letters => ({
  fr: {
    subject: `Votre virement de ${money("fr", facts)} est revenu`,
    paragraphs: [
      `Bonjour ${facts.sellerName},`,
      "La banque a renvoyé le virement ci-dessous. La somme est de nouveau à votre crédit et partira avec le prochain virement : vérifiez votre compte bancaire d’ici là.",
    ],
    facts: [
      ["Montant", money("fr", facts)],
      ["Virement", facts.payoutId],
      ...account(facts.last4, true),
      ...(facts.reason ? [["Motif de la banque", facts.reason] as [string, string]] : []),
    ],
  },
  en: {
    subject: `Your payout of ${money("en", facts)} came back`,
    paragraphs: [
      `Hello ${facts.sellerName},`,
      "The bank returned the payout below. The amount is yours again and goes out with the next payout: check your bank account until then.",
    ],
    facts: [
      ["Amount", money("en", facts)],
      ["Payout", facts.payoutId],
      ...account(facts.last4, false),
      ...(facts.reason ? [["The bank's reason", facts.reason] as [string, string]] : []),
    ],
  },
})
