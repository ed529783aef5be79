import type { Letters } from "../../notifications/letter"
import type { Words } from "../checklist/requirement"
import { both, longDay } from "./words"

const APPLICATION = "/seller/application"

export const resumeLetter = (shop: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Votre dossier de vendeur «${shop}» est ouvert`,
          paragraphs: [
            "Votre compte est créé. Connectez-vous avec votre adresse e-mail et votre mot de passe pour compléter le dossier, à votre rythme : tout ce que vous enregistrez est gardé.",
            "Quand rien ne manque, envoyez-le. Nous l'examinons ensuite et vous répondons avec nos motifs, quelle que soit la décision.",
          ],
          action: { label: "Reprendre mon dossier", url: APPLICATION },
        }
      : {
          subject: `Your seller's file “${shop}” is open`,
          paragraphs: [
            "Your account is made. Sign in with your e-mail address and password to complete the file at your own pace: whatever you save is kept.",
            "When nothing is missing, hand it in. We then look at it and answer with our reasons, whatever the decision.",
          ],
          action: { label: "Go on with my file", url: APPLICATION },
        },
  )

export const handedInLetter = (shop: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Nous avons reçu le dossier de «${shop}»`,
          paragraphs: [
            "Votre dossier est complet et attend notre examen. Rien n'est en vente avant notre accord.",
            "Vous pouvez suivre son état à tout moment dans votre espace.",
          ],
          action: { label: "Voir mon dossier", url: APPLICATION },
        }
      : {
          subject: `We have received the file of “${shop}”`,
          paragraphs: [
            "Your file is complete and waits for our review. Nothing is on sale before we agree.",
            "You can follow its state in your room at any time.",
          ],
          action: { label: "See my file", url: APPLICATION },
        },
  )

export const toReviewLetter = (shop: string, sellerId: string): Letters =>
  both((l) => ({
    subject: l === "fr" ? `Dossier à examiner : ${shop}` : `File to review: ${shop}`,
    paragraphs: [l === "fr" ? `${shop} a envoyé son dossier de vendeur.` : `${shop} has handed in its seller's file.`],
    action: { label: l === "fr" ? "Ouvrir le dossier" : "Open the file", url: `/operator/sellers/${sellerId}` },
  }))

export const approvedLetter = (shop: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `«${shop}» est accepté`,
          paragraphs: ["Votre dossier est accepté. Vos offres actives sont visibles dès que rien ne manque plus."],
          action: { label: "Ouvrir mon espace", url: "/seller" },
        }
      : {
          subject: `“${shop}” is accepted`,
          paragraphs: ["Your file is accepted. Your active offers are visible as soon as nothing is missing any more."],
          action: { label: "Open my room", url: "/seller" },
        },
  )

/** Refused for now, or sent back to be corrected: the reasons are the operator's own words. */
export const sentBackLetter = (shop: string, reason: string, final: boolean): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: final ? `Le dossier de «${shop}» est refusé` : `Le dossier de «${shop}» est à corriger`,
          paragraphs: [
            `Motif : ${reason}`,
            "Vous pouvez corriger ce point et renvoyer le dossier : rien de ce que vous avez saisi n'est perdu. Vous pouvez aussi contester cette décision depuis votre espace.",
          ],
          action: { label: "Corriger mon dossier", url: APPLICATION },
        }
      : {
          subject: final ? `The file of “${shop}” is refused` : `The file of “${shop}” needs a correction`,
          paragraphs: [
            `Reason: ${reason}`,
            "You can correct this and hand the file in again: nothing of what you entered is lost. You can also contest this decision in your room.",
          ],
          action: { label: "Correct my file", url: APPLICATION },
        },
  )

export const documentRefusedLetter = (label: Words, reason: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Pièce refusée : ${label.fr}`,
          paragraphs: [`Motif : ${reason}`, "Déposez une nouvelle pièce dans votre espace."],
          action: { label: "Déposer la pièce", url: APPLICATION },
        }
      : {
          subject: `Paper refused: ${label.en}`,
          paragraphs: [`Reason: ${reason}`, "Hand in another one in your room."],
          action: { label: "Hand in the paper", url: APPLICATION },
        },
  )

/** `over`: the last day has passed and the shop is shut. */
export const documentExpiryLetter = (label: Words, lastDay: Date, over: boolean): Letters =>
  both((l) => {
    const day = longDay(lastDay, l)
    return l === "fr"
      ? {
          subject: over ? `Pièce expirée : ${label.fr}` : `Pièce à renouveler avant le ${day} : ${label.fr}`,
          paragraphs: [
            over
              ? `Cette pièce a expiré le ${day}. Vos offres sont masquées jusqu'à ce qu'une nouvelle pièce soit acceptée.`
              : `Cette pièce est valable jusqu'au ${day} inclus. Passé ce jour, vos offres seront masquées : déposez dès maintenant celle qui la remplace, l'ancienne vaut pendant notre examen.`,
          ],
          action: { label: "Déposer la pièce", url: APPLICATION },
        }
      : {
          subject: over ? `Paper expired: ${label.en}` : `Paper to renew before ${day}: ${label.en}`,
          paragraphs: [
            over
              ? `This paper expired on ${day}. Your offers are hidden until a new one is accepted.`
              : `This paper holds until ${day} included. After that day your offers are hidden: hand in its successor now, the old one holds while we look at it.`,
          ],
          action: { label: "Hand in the paper", url: APPLICATION },
        }
  })

export const newRequirementLetter = (label: Words, from: Date): Letters =>
  both((l) => {
    const day = longDay(from, l)
    return l === "fr"
      ? {
          subject: `Nouvelle pièce demandée : ${label.fr}`,
          paragraphs: [`Elle est obligatoire à partir du ${day}. Sans elle, vos offres seront masquées à cette date.`],
          action: { label: "Ouvrir mon dossier", url: APPLICATION },
        }
      : {
          subject: `A new item is asked for: ${label.en}`,
          paragraphs: [`It is mandatory from ${day}. Without it your offers are hidden on that day.`],
          action: { label: "Open my file", url: APPLICATION },
        }
  })
