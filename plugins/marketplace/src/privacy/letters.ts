import type { Letters } from "../notifications/letter"

const day = (date: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/Paris" }).format(date)

export const erasedLetter = (): Letters => ({
  fr: {
    subject: "Vos données sont effacées",
    paragraphs: [
      "Nous avons effacé votre compte et retiré votre nom, votre adresse et vos messages de nos dossiers.",
      "Les commandes elles-mêmes sont conservées sans votre nom : la loi nous y oblige pendant dix ans. Ce message est le dernier que nous vous envoyons.",
    ],
  },
  en: {
    subject: "Your data are erased",
    paragraphs: [
      "We have erased your account and taken your name, address and messages out of our records.",
      "The orders themselves are kept without your name: the law asks us to, for ten years. This is the last message we send you.",
    ],
  },
})

export const waitingLetter = (due: Date): Letters => ({
  fr: {
    subject: "Votre demande d'effacement est enregistrée",
    paragraphs: [
      "Une commande, un retour ou un litige est encore en cours. Vos données seront effacées dès qu'il sera terminé.",
      `Vous aurez une réponse au plus tard le ${day(due, "fr")}.`,
    ],
  },
  en: {
    subject: "Your request to be erased is noted",
    paragraphs: [
      "An order, a return or a dispute is still under way. Your data will be erased as soon as it has ended.",
      `You will have an answer by ${day(due, "en")} at the latest.`,
    ],
  },
})

export const refusedLetter = (reason: string): Letters => ({
  fr: {
    subject: "Réponse à votre demande sur vos données",
    paragraphs: [
      "Nous ne pouvons pas donner suite à votre demande, pour cette raison :",
      reason,
      "Vous pouvez saisir la CNIL (cnil.fr) ou un tribunal.",
    ],
  },
  en: {
    subject: "Answer to your request about your data",
    paragraphs: [
      "We cannot grant your request, for this reason:",
      reason,
      "You may turn to the supervisory authority (cnil.fr) or to a court.",
    ],
  },
})

export const dueLetter = (due: Date): Letters => ({
  fr: {
    subject: `Demande de données personnelles à régler avant le ${day(due, "fr")}`,
    paragraphs: ["Le délai légal d'un mois se termine dans moins de sept jours."],
    action: { label: "Ouvrir les demandes", url: "/operator/privacy" },
  },
  en: {
    subject: `Personal data request to settle before ${day(due, "en")}`,
    paragraphs: ["The legal month ends in less than seven days."],
    action: { label: "Open the requests", url: "/operator/privacy" },
  },
})
