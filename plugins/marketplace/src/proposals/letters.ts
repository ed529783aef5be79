import type { Letters } from "../notifications/letter"

/** To the seller whose article was decided on; `reason` of a rejection. */
export const proposalLetter = (article: { fr: string; en: string }, sku: string, reason: string | null): Letters =>
  reason === null
    ? {
        fr: {
          subject: `Votre article « ${article.fr} » est au catalogue`,
          paragraphs: [
            "Votre proposition d'article a été acceptée. L'offre correspondante vous attend en brouillon : publiez-la quand vous êtes prêt.",
          ],
          facts: [["Référence", sku]],
        },
        en: {
          subject: `Your article “${article.en}” is in the catalogue`,
          paragraphs: [
            "The article you proposed was accepted. Its offer waits as a draft: publish it when you are ready.",
          ],
          facts: [["SKU", sku]],
        },
      }
    : {
        fr: {
          subject: `Votre article « ${article.fr} » n'a pas été retenu`,
          paragraphs: ["Votre proposition d'article a été refusée. Corrigez-la et proposez-la de nouveau."],
          facts: [
            ["Référence", sku],
            ["Motif", reason],
          ],
        },
        en: {
          subject: `Your article “${article.en}” was not accepted`,
          paragraphs: ["The article you proposed was rejected. Correct it and propose it again."],
          facts: [
            ["SKU", sku],
            ["Reason", reason],
          ],
        },
      }
