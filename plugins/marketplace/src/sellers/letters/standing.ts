import type { Letters } from "../../notifications/letter"
import { both, longDay } from "./words"

const STANDING = "/seller/standing"

const GROUND = {
  fr: { terms: "Nos conditions générales", law: "La loi" },
  en: { terms: "Our terms", law: "The law" },
} as const

export const suspendedLetter = (shop: string, reason: string, ground: "terms" | "law"): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `«${shop}» est suspendu`,
          paragraphs: [
            "Vos offres sont masquées dès maintenant. Les commandes passées, les retours ouverts et vos règlements suivent leur cours.",
            "Vous pouvez contester cette décision depuis votre espace ; une personne réexamine votre dossier et vous répond avec ses motifs. La décision n'a pas été prise par une machine.",
          ],
          facts: [
            ["Motif", reason],
            ["Fondement", GROUND.fr[ground]],
          ],
          action: { label: "Contester ou voir les motifs", url: STANDING },
        }
      : {
          subject: `“${shop}” is suspended`,
          paragraphs: [
            "Your offers are hidden from now on. Orders that were placed, open returns and your payouts go on.",
            "You can contest this decision in your room; a person looks at it again and answers with reasons. The decision was not taken by a machine.",
          ],
          facts: [
            ["Reason", reason],
            ["Ground", GROUND.en[ground]],
          ],
          action: { label: "Contest or see the reasons", url: STANDING },
        },
  )

export const liftedLetter = (shop: string): Letters =>
  both((l) => ({
    subject: l === "fr" ? `La suspension de «${shop}» est levée` : `The suspension of “${shop}” is lifted`,
    paragraphs: [l === "fr" ? "Vos offres actives sont de nouveau visibles." : "Your active offers are visible again."],
    action: { label: l === "fr" ? "Ouvrir mon espace" : "Open my room", url: "/seller" },
  }))

export const closureNoticeLetter = (shop: string, reason: string, day: Date): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Fin de notre contrat avec «${shop}» le ${longDay(day, "fr")}`,
          paragraphs: [
            `Nous mettons fin à notre contrat le ${longDay(day, "fr")}, avec le préavis de trente jours que la loi prévoit. Jusque-là vous vendez comme avant.`,
            "Vous pouvez contester cette décision depuis votre espace.",
          ],
          facts: [["Motif", reason]],
          action: { label: "Contester ou voir les motifs", url: STANDING },
        }
      : {
          subject: `Our contract with “${shop}” ends on ${longDay(day, "en")}`,
          paragraphs: [
            `We end our contract on ${longDay(day, "en")}, with the thirty days' notice that the law provides. Until then you sell as before.`,
            "You can contest this decision in your room.",
          ],
          facts: [["Reason", reason]],
          action: { label: "Contest or see the reasons", url: STANDING },
        },
  )

export const closureWithdrawnLetter = (shop: string): Letters =>
  both((l) => ({
    subject: l === "fr" ? `«${shop}» continue` : `“${shop}” goes on`,
    paragraphs: [
      l === "fr"
        ? "Nous avons retiré notre préavis de fin de contrat."
        : "We have withdrawn our notice to end the contract.",
    ],
  }))

export const closedLetter = (shop: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `«${shop}» est fermé`,
          paragraphs: [
            "Vos offres ne sont plus en vente. Les commandes en cours, les retours et les règlements sont menés à leur terme et votre espace reste ouvert pour cela.",
            "Vos pièces sont conservées six mois, puis effacées ; les pièces comptables le sont aussi longtemps que la loi l'exige.",
          ],
        }
      : {
          subject: `“${shop}” is closed`,
          paragraphs: [
            "Your offers are no longer on sale. Present orders, returns and payouts are brought to their end, and your room stays open for that.",
            "Your papers are kept for six months and then erased; accounting records for as long as the law asks.",
          ],
        },
  )

export const complaintMadeLetter = (shop: string, text: string, path: string): Letters =>
  both((l) => ({
    subject: l === "fr" ? `Contestation de ${shop}` : `Complaint of ${shop}`,
    paragraphs: [text],
    action: { label: l === "fr" ? "Répondre" : "Answer", url: path },
  }))

export const complaintAnsweredLetter = (outcome: "upheld" | "reversed", answer: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject:
            outcome === "upheld" ? "Votre contestation : décision maintenue" : "Votre contestation : décision annulée",
          paragraphs: [answer, "Vous pouvez encore saisir un médiateur ou le juge."],
          action: { label: "Voir la décision", url: STANDING },
        }
      : {
          subject: outcome === "upheld" ? "Your complaint: decision kept" : "Your complaint: decision reversed",
          paragraphs: [answer, "A mediator or a court is still open to you."],
          action: { label: "See the decision", url: STANDING },
        },
  )

export const termsLetter = (version: number, summary: { fr: string; en: string }, day: Date): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Nos conditions changent le ${longDay(day, "fr")}`,
          paragraphs: [
            summary.fr,
            `La version ${version} s'applique le ${longDay(day, "fr")}. Acceptez-la d'ici là : sans accord, vos offres seront masquées à cette date. Vous pouvez aussi fermer votre boutique sans frais avant ce jour.`,
          ],
          action: { label: "Lire et accepter", url: "/seller/settings" },
        }
      : {
          subject: `Our terms change on ${longDay(day, "en")}`,
          paragraphs: [
            summary.en,
            `Version ${version} applies from ${longDay(day, "en")}. Accept it before: without your consent your offers are hidden on that day. You may also close your shop at no cost before then.`,
          ],
          action: { label: "Read and accept", url: "/seller/settings" },
        },
  )
