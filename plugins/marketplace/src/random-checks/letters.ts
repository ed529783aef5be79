import type { Letters } from "../notifications/letter"
import { both } from "../sellers/letters/words"

/** To each seller of the product: it is held until its safety data are right (GPSR art. 22). */
export const safetyWrongLetter = (title: string, finding: string): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Données de sécurité à corriger : ${title}`,
          paragraphs: [
            "Lors d'un contrôle aléatoire, une personne a constaté que les données de sécurité de ce produit sont fausses ou incomplètes. Il n'est plus en vente jusqu'à leur correction.",
            "Envoyez-nous les bonnes données (fabricant, contact, responsable dans l'Union, avertissements) : répondez à ce courriel. Vous pouvez contester cette décision depuis votre espace.",
          ],
          facts: [["Constat", finding]],
          action: { label: "Voir les motifs", url: "/seller/standing" },
        }
      : {
          subject: `Safety data to mend: ${title}`,
          paragraphs: [
            "In a random check a person found that the safety data of this product are wrong or incomplete. It is off sale until they are mended.",
            "Send us the right data (manufacturer, contact, responsible person in the Union, warnings): answer this mail. You can contest this decision in your room.",
          ],
          facts: [["Finding", finding]],
          action: { label: "See the reasons", url: "/seller/standing" },
        },
  )
