import type { Letters, MailLocale } from "../notifications/letter"
import { euros, letterDay, type LetterMoney } from "../orders/letter-money"
import type { Alert } from "./clock"

export interface LateStory {
  readonly number: number
  readonly refund: LetterMoney
  readonly interest: LetterMoney
  readonly dueAt: Date
  readonly refundedAt: Date
  readonly daysLate: number
  /** The order page. */
  readonly url: string
}

const facts = (story: LateStory, locale: MailLocale): [string, string][] => {
  const fr = locale === "fr"
  return [
    [fr ? "Commande" : "Order", String(story.number)],
    [fr ? "Remboursement" : "Refund", euros(story.refund, locale)],
    [fr ? "À payer au plus tard le" : "Due on", letterDay(story.dueAt, locale)],
    [fr ? "Payé le" : "Paid on", letterDay(story.refundedAt, locale)],
    [fr ? "Jours de retard" : "Days late", String(story.daysLate)],
    [fr ? "Intérêts" : "Interest", euros(story.interest, locale)],
  ]
}

/** The shopper's receipt of a refund that came late: what was owed, since when, and what the delay adds. */
export const lateRefundLetter = (story: LateStory): Letters => ({
  fr: {
    subject: `Commande ${story.number} : votre remboursement et ses intérêts de retard`,
    paragraphs: [
      "Votre remboursement est parti par le moyen de paiement de la commande, plus tard que la loi ne le permet. Nous vous prions de nous en excuser.",
      `Le retard vous donne droit à ${euros(story.interest, "fr")} d'intérêts (Code de la consommation, article L242-4). Une carte ne peut rendre plus que ce qu'elle a payé : ils vous sont versés par virement. Répondez à ce message pour convenir du compte ; n'y écrivez pas de coordonnées bancaires.`,
    ],
    facts: facts(story, "fr"),
    action: { label: "Voir la commande", url: story.url },
  },
  en: {
    subject: `Order ${story.number}: your refund and the interest on its delay`,
    paragraphs: [
      "Your refund left by the means of payment of the order, later than the law allows. We are sorry.",
      `The delay gives you a right to ${euros(story.interest, "en")} of interest (French Consumer Code, article L242-4). A card cannot give back more than it paid: the interest comes by bank transfer. Answer this message to agree on the account; do not write bank details in it.`,
    ],
    facts: facts(story, "en"),
    action: { label: "See the order", url: story.url },
  },
})

/** The interest has left. */
export const interestPaidLetter = (story: LateStory, reference: string): Letters => ({
  fr: {
    subject: `Commande ${story.number} : intérêts de retard payés`,
    paragraphs: [
      `Les ${euros(story.interest, "fr")} d'intérêts de retard sont partis par virement, sous la référence ${reference}.`,
    ],
    facts: facts(story, "fr"),
    action: { label: "Voir la commande", url: story.url },
  },
  en: {
    subject: `Order ${story.number}: interest on the delay paid`,
    paragraphs: [
      `The ${euros(story.interest, "en")} of interest left by bank transfer, under the reference ${reference}.`,
    ],
    facts: facts(story, "en"),
    action: { label: "See the order", url: story.url },
  },
})

export interface SellerStory {
  readonly number: number
  readonly share: LetterMoney
  readonly daysLate: number
  readonly reason: string
  readonly url: string
}

/** A seller bears its part of the delay. */
export const sellerInterestLetter = (story: SellerStory): Letters => ({
  fr: {
    subject: `Commande ${story.number} : intérêts de retard à votre charge`,
    paragraphs: [
      `Le remboursement du client est parti avec ${story.daysLate} jour(s) de retard. La loi l'augmente d'intérêts ; votre part est débitée de votre compte.`,
      `Motif : ${story.reason}`,
    ],
    facts: [
      ["Commande", String(story.number)],
      ["Votre part", euros(story.share, "fr")],
    ],
    action: { label: "Voir le relevé", url: story.url },
  },
  en: {
    subject: `Order ${story.number}: interest on a late refund, at your charge`,
    paragraphs: [
      `The customer's refund left ${story.daysLate} day(s) late. The law adds interest to it; your part is taken from your account.`,
      `Reason: ${story.reason}`,
    ],
    facts: [
      ["Order", String(story.number)],
      ["Your part", euros(story.share, "en")],
    ],
    action: { label: "See the statement", url: story.url },
  },
})

export interface AlertedRefund {
  readonly number: number
  readonly owed: LetterMoney
  readonly dueAt: Date
}

const NAMED = 15

const SUBJECT: Readonly<Record<Alert, { fr: (n: number) => string; en: (n: number) => string }>> = {
  SOON: {
    fr: (n) => `${n} remboursement(s) à payer dans les quatre jours`,
    en: (n) => `${n} refund(s) to pay within four days`,
  },
  LAST_DAYS: {
    fr: (n) => `${n} remboursement(s) à payer avant demain soir`,
    en: (n) => `${n} refund(s) to pay before tomorrow evening`,
  },
  LATE: {
    fr: (n) => `${n} remboursement(s) en retard : les intérêts courent`,
    en: (n) => `${n} refund(s) late: interest is running`,
  },
}

/** One letter for all refunds that reached the same alert, the most urgent first. */
export function alertLetter(alert: Alert, refunds: readonly AlertedRefund[], url: string): Letters {
  const named = refunds.slice(0, NAMED)
  const rest = refunds.length - named.length
  const line =
    (locale: MailLocale) =>
    (refund: AlertedRefund): [string, string] => [
      `${locale === "fr" ? "Commande" : "Order"} ${refund.number}`,
      `${euros(refund.owed, locale)} · ${letterDay(refund.dueAt, locale)}`,
    ]
  const late = alert === "LATE"
  return {
    fr: {
      subject: SUBJECT[alert].fr(refunds.length),
      paragraphs: [
        late
          ? "Le délai légal de quatorze jours est passé. Chaque jour augmente ce qui est dû au client : payez sans attendre."
          : "La loi donne quatorze jours pour rembourser. Passé ce délai, des intérêts sont dus au client.",
        ...(rest > 0 ? [`Et ${rest} autre(s) sur la page.`] : []),
      ],
      facts: named.map(line("fr")),
      action: { label: "Voir les remboursements dus", url },
    },
    en: {
      subject: SUBJECT[alert].en(refunds.length),
      paragraphs: [
        late
          ? "The fourteen days of the law are over. Every day adds to what the customer is owed: pay now."
          : "The law gives fourteen days to pay back. After them the customer is owed interest.",
        ...(rest > 0 ? [`And ${rest} more on the page.`] : []),
      ],
      facts: named.map(line("en")),
      action: { label: "See the refunds owed", url },
    },
  }
}
