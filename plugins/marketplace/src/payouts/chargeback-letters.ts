import type { Letters } from "../notifications/letter"
import { euros, type LetterMoney } from "../orders/letter-money"

/** The shopper's bank took a payment back, or the house got it back. */
export function chargebackLetter(told: LetterMoney & { readonly number: number; readonly won: boolean }): Letters {
  const { number, won } = told
  return {
    fr: {
      subject: won ? `Commande ${number} : contestation gagnée` : `Commande ${number} : paiement contesté`,
      paragraphs: won
        ? ["La banque du client nous a rendu le paiement. Votre part est de nouveau à votre crédit."]
        : [
            "La banque du client a repris ce paiement. Votre part est retenue sur votre compte tant que la contestation n’est pas tranchée.",
            "Répondez-nous avec la preuve de livraison si vous l’avez : nous la transmettons à la banque.",
          ],
      facts: [["Votre part", euros(told, "fr")]],
    },
    en: {
      subject: won ? `Order ${number}: chargeback won` : `Order ${number}: payment disputed`,
      paragraphs: won
        ? ["The customer’s bank gave the payment back. Your part is yours again."]
        : [
            "The customer’s bank took this payment back. Your part is held from your account until the dispute is decided.",
            "Send us the proof of delivery if you have it: we pass it on to the bank.",
          ],
      facts: [["Your part", euros(told, "en")]],
    },
  }
}
