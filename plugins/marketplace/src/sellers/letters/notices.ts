import type { Letters } from "../../notifications/letter"
import { both } from "./words"

export const noticeReceivedLetter = (number: number, subject: string, path: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Signalement n° ${number} reçu`,
          paragraphs: [
            `Nous avons reçu votre signalement sur «${subject}». Une personne l'examine et vous répond avec ses motifs.`,
          ],
          action: { label: "Suivre mon signalement", url: path },
        }
      : {
          subject: `Report no. ${number} received`,
          paragraphs: [`We have received your report on “${subject}”. A person looks at it and answers with reasons.`],
          action: { label: "Follow my report", url: path },
        },
  )

export const noticeToDecideLetter = (number: number, subject: string): Letters =>
  both((l) => ({
    subject: l === "fr" ? `Signalement n° ${number} : ${subject}` : `Report no. ${number}: ${subject}`,
    paragraphs: [l === "fr" ? "Un contenu est signalé comme illicite." : "Something was reported as unlawful."],
    action: { label: l === "fr" ? "Examiner" : "Look at it", url: `/operator/notices?q=${number}` },
  }))

const DECISION = {
  fr: {
    no_action: "Nous n'avons pas pris de mesure",
    offer_removed: "Nous avons retiré ce qui était signalé",
    seller_suspended: "Nous avons suspendu le vendeur",
  },
  en: {
    no_action: "We have taken no action",
    offer_removed: "We have removed what was reported",
    seller_suspended: "We have suspended the seller",
  },
} as const

export const noticeDecidedLetter = (
  number: number,
  decision: keyof (typeof DECISION)["fr"],
  reasons: string,
): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Signalement n° ${number} : notre décision`,
          paragraphs: [
            `${DECISION.fr[decision]}.`,
            "Si vous n'êtes pas d'accord, vous avez six mois pour contester, sans frais, par le lien de notre accusé de réception.",
          ],
          facts: [["Motifs", reasons]],
        }
      : {
          subject: `Report no. ${number}: our decision`,
          paragraphs: [
            `${DECISION.en[decision]}.`,
            "If you disagree, you have six months to contest, free of charge, with the link of our receipt.",
          ],
          facts: [["Reasons", reasons]],
        },
  )

export const offerRemovedLetter = (subject: string, reason: string, ground: "terms" | "law"): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Offre retirée : ${subject}`,
          paragraphs: [
            "Cette offre n'est plus en vente, à la suite d'un signalement examiné par une personne.",
            "Vous pouvez contester cette décision depuis votre espace pendant six mois.",
          ],
          facts: [
            ["Motif", reason],
            ["Fondement", ground === "law" ? "La loi" : "Nos conditions générales"],
          ],
          action: { label: "Contester ou voir les motifs", url: "/seller/standing" },
        }
      : {
          subject: `Offer removed: ${subject}`,
          paragraphs: [
            "This offer is no longer on sale, after a report that a person looked at.",
            "You can contest this decision in your room for six months.",
          ],
          facts: [
            ["Reason", reason],
            ["Ground", ground === "law" ? "The law" : "Our terms"],
          ],
          action: { label: "Contest or see the reasons", url: "/seller/standing" },
        },
  )
