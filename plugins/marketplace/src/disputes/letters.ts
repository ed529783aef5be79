import type { Letters } from "../notifications/letter"
import { euros, letterDay, type LetterMoney } from "../orders/letter-money"
import type { DisputeNews } from "./tell-dispute"

export interface DisputeStory {
  readonly what: DisputeNews
  readonly reader: "SHOPPER" | "SELLER" | "OPERATOR"
  readonly number: number
  readonly trader: string
  readonly dueAt: Date
  readonly claimed: LetterMoney
  readonly offered: LetterMoney | null
  readonly refunded: LetterMoney
  readonly statement: string | null
  readonly url: string
}

const SUBJECT: Readonly<Record<DisputeNews, readonly [fr: string, en: string]>> = {
  OPENED: ["un litige est ouvert", "a dispute was opened"],
  ANSWERED: ["réponse à votre litige", "an answer to your dispute"],
  ESCALATED: ["le litige est transmis au service client", "the dispute goes to customer service"],
  DECIDED: ["décision sur le litige", "the dispute is decided"],
  CLOSED: ["le litige est clos", "the dispute is closed"],
}

function textFr(story: DisputeStory): string[] {
  const day = letterDay(story.dueAt, "fr")
  switch (story.what) {
    case "OPENED":
      return [
        `Un litige est ouvert sur la part de ${story.trader}.`,
        story.reader === "OPERATOR"
          ? `Réponse attendue avant le ${day} ; sans réponse, le litige vous est transmis.`
          : `Répondez avant le ${day} : sans réponse, le service client décide.`,
      ]
    case "ANSWERED":
      return [
        story.offered && story.offered.amount > 0
          ? `L'autre partie a répondu et propose ${euros(story.offered, "fr")}.`
          : "L'autre partie a répondu.",
        `Acceptez, ou transmettez au service client avant le ${day} : sans réaction de votre part, le litige est clos.`,
      ]
    case "ESCALATED":
      return [
        `Le service client examine le litige et décide avant le ${day}. Les preuves se versent au fil de la commande.`,
      ]
    case "DECIDED":
      return [
        story.refunded.amount > 0
          ? `Décision : ${euros(story.refunded, "fr")} sont remboursés au client.`
          : "Décision : la demande est rejetée.",
        ...(story.statement ? [`Motifs : ${story.statement}`] : []),
        "Vous pouvez contester cette décision en répondant à ce message ou devant un médiateur de la consommation.",
      ]
    case "CLOSED":
      return [
        story.refunded.amount > 0
          ? `L'offre est acceptée : ${euros(story.refunded, "fr")} sont remboursés.`
          : "Le litige est clos sans remboursement.",
      ]
  }
}

function textEn(story: DisputeStory): string[] {
  const day = letterDay(story.dueAt, "en")
  switch (story.what) {
    case "OPENED":
      return [
        `A dispute was opened about the part of ${story.trader}.`,
        story.reader === "OPERATOR"
          ? `An answer is due by ${day}; without one it comes to you.`
          : `Answer by ${day}: without an answer customer service decides.`,
      ]
    case "ANSWERED":
      return [
        story.offered && story.offered.amount > 0
          ? `The other side has answered and offers ${euros(story.offered, "en")}.`
          : "The other side has answered.",
        `Take it, or pass it to customer service by ${day}: if you do nothing the dispute is closed.`,
      ]
    case "ESCALATED":
      return [`Customer service looks into the dispute and decides by ${day}. Evidence is added to the order's thread.`]
    case "DECIDED":
      return [
        story.refunded.amount > 0
          ? `Decision: ${euros(story.refunded, "en")} go back to the customer.`
          : "Decision: the claim is rejected.",
        ...(story.statement ? [`Reasons: ${story.statement}`] : []),
        "You may contest this decision by answering this message, or before a consumer mediator.",
      ]
    case "CLOSED":
      return [
        story.refunded.amount > 0
          ? `The offer was taken: ${euros(story.refunded, "en")} go back.`
          : "The dispute is closed without a refund.",
      ]
  }
}

export const disputeLetter = (story: DisputeStory): Letters => ({
  fr: {
    subject: `Commande ${story.number} : ${SUBJECT[story.what][0]}`,
    paragraphs: textFr(story),
    facts: [
      ["Commande", String(story.number)],
      ["Montant demandé", euros(story.claimed, "fr")],
    ],
    action: { label: "Ouvrir le litige", url: story.url },
  },
  en: {
    subject: `Order ${story.number}: ${SUBJECT[story.what][1]}`,
    paragraphs: textEn(story),
    facts: [
      ["Order", String(story.number)],
      ["Claimed", euros(story.claimed, "en")],
    ],
    action: { label: "Open the dispute", url: story.url },
  },
})
