import type { Letters } from "../notifications/letter"
import { euros, letterDay, type LetterMoney } from "./letter-money"

export interface ParcelStory {
  readonly number: number
  readonly trader: string
  readonly lines: readonly { readonly title: string; readonly quantity: number }[]
  readonly carrier: string
  readonly trackingNumber: string
  readonly trackingUrl: string | null
  readonly url: string
  /** Absent while none is issued. */
  readonly invoice?: { readonly number: string; readonly url: string } | null
}

const list = (lines: ParcelStory["lines"]): string => lines.map((line) => `${line.quantity} × ${line.title}`).join(", ")

export const shippedLetter = (story: ParcelStory): Letters => ({
  fr: {
    subject: `Commande ${story.number} : un colis de ${story.trader} est parti`,
    paragraphs: [
      `${story.trader} a remis à ${story.carrier} : ${list(story.lines)}.`,
      ...(story.trackingUrl ? [`Suivre le colis : ${story.trackingUrl}`] : []),
      ...(story.invoice ? [`Votre facture ${story.invoice.number} : ${story.invoice.url}`] : []),
    ],
    facts: [
      ["Transporteur", story.carrier],
      ["Numéro de suivi", story.trackingNumber],
    ],
    action: { label: "Voir la commande", url: story.url },
  },
  en: {
    subject: `Order ${story.number}: a parcel of ${story.trader} is on its way`,
    paragraphs: [
      `${story.trader} has handed over to ${story.carrier}: ${list(story.lines)}.`,
      ...(story.trackingUrl ? [`Follow the parcel: ${story.trackingUrl}`] : []),
      ...(story.invoice ? [`Your invoice ${story.invoice.number}: ${story.invoice.url}`] : []),
    ],
    facts: [
      ["Carrier", story.carrier],
      ["Tracking number", story.trackingNumber],
    ],
    action: { label: "See the order", url: story.url },
  },
})

export const deliveredLetter = (story: ParcelStory): Letters => ({
  fr: {
    subject: `Commande ${story.number} : un colis de ${story.trader} est arrivé`,
    paragraphs: [
      `Livré : ${list(story.lines)}.`,
      "Un souci ? Écrivez au vendeur depuis votre commande, ou rétractez-vous dans le délai indiqué.",
    ],
    action: { label: "Voir la commande", url: story.url },
  },
  en: {
    subject: `Order ${story.number}: a parcel of ${story.trader} has arrived`,
    paragraphs: [
      `Delivered: ${list(story.lines)}.`,
      "Something wrong? Write to the seller from your order, or withdraw within the period shown there.",
    ],
    action: { label: "See the order", url: story.url },
  },
})

export interface ConfirmationStory {
  readonly number: number
  readonly total: LetterMoney
  readonly groups: readonly {
    readonly trader: string
    readonly lines: readonly { readonly title: string; readonly quantity: number }[]
    readonly promisedBy: Date
  }[]
  readonly url: string
}

/** One confirmation that names every trader: the contract is with each of them (L221-13). */
export const confirmationLetter = (story: ConfirmationStory): Letters => {
  const names = story.groups.map((group) => group.trader)
  return {
    fr: {
      subject: `Commande ${story.number} confirmée`,
      paragraphs: [
        `Merci. Vous avez acheté auprès de ${names.join(", ")}.`,
        ...story.groups.map(
          (group) =>
            `${group.trader} : ${list(group.lines)}. Livraison au plus tard le ${letterDay(group.promisedBy, "fr")}.`,
        ),
        "Vous pouvez vous rétracter pendant quatorze jours à compter de la réception du dernier colis, depuis la page de la commande.",
      ],
      facts: [
        ["Numéro", String(story.number)],
        ["Total payé", euros(story.total, "fr")],
      ],
      action: { label: "Suivre la commande", url: story.url },
    },
    en: {
      subject: `Order ${story.number} confirmed`,
      paragraphs: [
        `Thank you. You bought from ${names.join(", ")}.`,
        ...story.groups.map(
          (group) =>
            `${group.trader}: ${list(group.lines)}. Delivery by ${letterDay(group.promisedBy, "en")} at the latest.`,
        ),
        "You may withdraw within fourteen days of receiving the last parcel, from the page of the order.",
      ],
      facts: [
        ["Number", String(story.number)],
        ["Total paid", euros(story.total, "en")],
      ],
      action: { label: "Follow the order", url: story.url },
    },
  }
}

/** To each trader: something was sold. */
export const soldLetter = (story: {
  readonly number: number
  readonly lines: ParcelStory["lines"]
  readonly acceptBy: Date | null
  readonly promisedBy: Date
  readonly url: string
}): Letters => ({
  fr: {
    subject: `Nouvelle commande ${story.number}`,
    paragraphs: [
      `À préparer : ${list(story.lines)}.`,
      ...(story.acceptBy
        ? [`Acceptez-la avant le ${letterDay(story.acceptBy, "fr")} : passé ce délai elle est annulée et remboursée.`]
        : []),
      `Livraison promise au plus tard le ${letterDay(story.promisedBy, "fr")}.`,
    ],
    action: { label: "Ouvrir la commande", url: story.url },
  },
  en: {
    subject: `New order ${story.number}`,
    paragraphs: [
      `To prepare: ${list(story.lines)}.`,
      ...(story.acceptBy
        ? [`Accept it before ${letterDay(story.acceptBy, "en")}: after that it is cancelled and refunded.`]
        : []),
      `Delivery promised by ${letterDay(story.promisedBy, "en")} at the latest.`,
    ],
    action: { label: "Open the order", url: story.url },
  },
})
