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
    product_removed: "Nous avons retiré ce produit de la vente, chez tous les vendeurs",
    seller_suspended: "Nous avons suspendu le vendeur",
  },
  en: {
    no_action: "We have taken no action",
    offer_removed: "We have removed what was reported",
    product_removed: "We have taken this product off sale, with all sellers",
    seller_suspended: "We have suspended the seller",
  },
} as const

/** To the reporter (DSA art. 16 (5)): the decision, why, and every way to disagree. */
export const noticeDecidedLetter = (
  number: number,
  decision: keyof (typeof DECISION)["fr"],
  { reasons, path }: { readonly reasons: string; readonly path: string },
): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Signalement n° ${number} : notre décision`,
          paragraphs: [
            `${DECISION.fr[decision]}. Une personne a décidé, sans machine.`,
            "Si vous n'êtes pas d'accord, vous pouvez contester sans frais pendant six mois, par le lien ci-dessous : une personne réexamine et vous répond.",
            "Vous pouvez aussi saisir un organe de règlement extrajudiciaire certifié (article 21 du règlement (UE) 2022/2065) ou le juge.",
          ],
          facts: [["Motifs", reasons]],
          action: { label: "Voir la décision ou la contester", url: path },
        }
      : {
          subject: `Report no. ${number}: our decision`,
          paragraphs: [
            `${DECISION.en[decision]}. A person decided, no machine.`,
            "If you disagree, you can contest it free of charge for six months with the link below: a person looks at it again and answers.",
            "You can also turn to a certified out-of-court dispute settlement body (article 21 of Regulation (EU) 2022/2065) or to a court.",
          ],
          facts: [["Reasons", reasons]],
          action: { label: "See the decision or contest it", url: path },
        },
  )

/** To the reporter who disagreed (DSA art. 20 (5)). */
export const noticeContestedLetter = (
  number: number,
  outcome: "upheld" | "reversed",
  { answer, path }: { readonly answer: string; readonly path: string },
): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Signalement n° ${number} : ${outcome === "upheld" ? "décision maintenue" : "décision annulée"}`,
          paragraphs: [
            "Une personne a réexaminé votre signalement et votre contestation.",
            "Un organe de règlement extrajudiciaire certifié (article 21 du règlement (UE) 2022/2065) et le juge vous restent ouverts.",
          ],
          facts: [["Notre réponse", answer]],
          action: { label: "Voir le signalement", url: path },
        }
      : {
          subject: `Report no. ${number}: ${outcome === "upheld" ? "decision kept" : "decision reversed"}`,
          paragraphs: [
            "A person has looked again at your report and at what you contest.",
            "A certified out-of-court dispute settlement body (article 21 of Regulation (EU) 2022/2065) and the courts stay open to you.",
          ],
          facts: [["Our answer", answer]],
          action: { label: "See the report", url: path },
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
