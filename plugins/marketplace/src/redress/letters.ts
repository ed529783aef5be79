import type { Letters } from "../notifications/letter"
import { euros, type LetterMoney } from "../orders/letter-money"
import type { RedressKind } from "./redress"

export interface RedressStory {
  readonly kind: RedressKind
  readonly number: number
  readonly trader: string
  readonly lines: readonly { readonly title: string; readonly quantity: number }[]
  readonly refund: LetterMoney
  /** In the words of whoever decided. */
  readonly note: string
  /** The order page of the reader. */
  readonly url: string
}

const list = (story: RedressStory): string =>
  story.lines.map((line) => (line.quantity > 0 ? `${line.quantity} × ${line.title}` : line.title)).join(", ")

const SUBJECT: Readonly<Record<RedressKind, { fr: (s: RedressStory) => string; en: (s: RedressStory) => string }>> = {
  REFUSAL: {
    fr: (s) => `Commande ${s.number} : ${s.trader} ne peut pas tout envoyer`,
    en: (s) => `Order ${s.number}: ${s.trader} cannot send everything`,
  },
  CANCELLATION: {
    fr: (s) => `Commande ${s.number} : annulation`,
    en: (s) => `Order ${s.number}: cancelled`,
  },
  EXPIRY: {
    fr: (s) => `Commande ${s.number} : ${s.trader} n'a pas répondu`,
    en: (s) => `Order ${s.number}: ${s.trader} did not answer`,
  },
  DISPUTE: {
    fr: (s) => `Commande ${s.number} : remboursement`,
    en: (s) => `Order ${s.number}: refund`,
  },
}

const TEXT: Readonly<Record<RedressKind, { fr: (s: RedressStory) => string; en: (s: RedressStory) => string }>> = {
  REFUSAL: {
    fr: (s) => `${s.trader} ne peut pas envoyer : ${list(s)}. Ces articles ne vous seront pas facturés.`,
    en: (s) => `${s.trader} cannot send: ${list(s)}. You do not pay for them.`,
  },
  CANCELLATION: {
    fr: (s) => `Ces articles de ${s.trader} sont annulés : ${list(s)}.`,
    en: (s) => `These articles of ${s.trader} are cancelled: ${list(s)}.`,
  },
  EXPIRY: {
    fr: (s) => `${s.trader} n'a pas accepté sa part à temps. Elle est annulée : ${list(s)}.`,
    en: (s) => `${s.trader} did not accept its part in time. It is cancelled: ${list(s)}.`,
  },
  DISPUTE: {
    fr: (s) => `Le litige avec ${s.trader} se termine par un remboursement.`,
    en: (s) => `The dispute with ${s.trader} ends with a refund.`,
  },
}

/** For the shopper: what falls away, what comes back and by which way. */
export function shopperRedressLetter(story: RedressStory): Letters {
  const paid = story.refund.amount > 0
  return {
    fr: {
      subject: SUBJECT[story.kind].fr(story),
      paragraphs: [
        TEXT[story.kind].fr(story),
        ...(story.note ? [`Motif : ${story.note}`] : []),
        ...(paid
          ? [
              "Le montant est remboursé par le moyen de paiement de la commande, sous quelques jours selon votre banque.",
            ]
          : []),
      ],
      facts: [
        ["Commande", String(story.number)],
        ["Remboursement", euros(story.refund, "fr")],
      ],
      action: { label: "Voir la commande", url: story.url },
    },
    en: {
      subject: SUBJECT[story.kind].en(story),
      paragraphs: [
        TEXT[story.kind].en(story),
        ...(story.note ? [`Reason: ${story.note}`] : []),
        ...(paid ? ["The amount goes back the way it was paid, within a few days depending on your bank."] : []),
      ],
      facts: [
        ["Order", String(story.number)],
        ["Refund", euros(story.refund, "en")],
      ],
      action: { label: "See the order", url: story.url },
    },
  }
}

/** For the trader whose part it was, when somebody else decided. */
export function traderRedressLetter(story: RedressStory): Letters {
  const silence = story.kind === "EXPIRY"
  return {
    fr: {
      subject: silence ? `Commande ${story.number} : délai d'acceptation dépassé` : SUBJECT[story.kind].fr(story),
      paragraphs: [
        silence
          ? `Vous n'avez pas accepté cette commande à temps : elle est annulée et remboursée. N'envoyez rien (${list(story)}).`
          : `N'envoyez pas : ${list(story)}. Le stock est de nouveau en vente et la commission vous est rendue.`,
        ...(story.note ? [`Motif : ${story.note}`] : []),
      ],
      facts: [
        ["Commande", String(story.number)],
        ["Remboursé au client", euros(story.refund, "fr")],
      ],
      action: { label: "Ouvrir la commande", url: story.url },
    },
    en: {
      subject: silence ? `Order ${story.number}: not accepted in time` : SUBJECT[story.kind].en(story),
      paragraphs: [
        silence
          ? `You did not accept this order in time: it is cancelled and refunded. Send nothing (${list(story)}).`
          : `Do not send: ${list(story)}. The stock is for sale again and the commission is given back.`,
        ...(story.note ? [`Reason: ${story.note}`] : []),
      ],
      facts: [
        ["Order", String(story.number)],
        ["Refunded to the customer", euros(story.refund, "en")],
      ],
      action: { label: "Open the order", url: story.url },
    },
  }
}
