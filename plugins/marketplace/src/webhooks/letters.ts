import type { Letters } from "../notifications/letter"

/** An endpoint was switched off. */
export function endpointDisabledLetter(endpoint: { url: string; reason: string }): Letters {
  const action = (label: string) => ({ label, url: "/seller/developer" })
  return {
    fr: {
      subject: "Un de vos webhooks a été désactivé",
      paragraphs: [
        "Votre point de réception ne répond plus comme attendu. Nous avons cessé de l'appeler ; vos ventes continuent normalement.",
        "Corrigez-le, réactivez-le dans l'espace vendeur, puis renvoyez ce qui n'est pas arrivé : le journal garde tout.",
      ],
      facts: [
        ["Adresse", endpoint.url],
        ["Dernière réponse", endpoint.reason],
      ],
      action: action("Ouvrir le journal"),
    },
    en: {
      subject: "One of your webhooks was switched off",
      paragraphs: [
        "Your endpoint no longer answers as expected. We have stopped calling it; your sales go on as usual.",
        "Mend it, switch it on again in the seller's room, then resend what did not arrive: the log keeps everything.",
      ],
      facts: [
        ["Address", endpoint.url],
        ["Last answer", endpoint.reason],
      ],
      action: action("Open the log"),
    },
  }
}
