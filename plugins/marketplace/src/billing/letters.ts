import { type DocumentKind, grossOf, type IssuedDocument } from "@gondola/ledger"
import type { Letter, Letters, MailLocale } from "../notifications/letter"

const KINDS: Readonly<Record<DocumentKind, Readonly<Record<MailLocale, string>>>> = {
  commission_invoice: { fr: "Facture de commission", en: "Commission invoice" },
  fee_invoice: { fr: "Facture de frais", en: "Fee invoice" },
  credit_note: { fr: "Avoir", en: "Credit note" },
  statement: { fr: "Relevé", en: "Statement" },
  sale_invoice: { fr: "Facture", en: "Invoice" },
  sale_credit_note: { fr: "Avoir client", en: "Credit note to a shopper" },
}

const monthName = (month: string, locale: MailLocale): string =>
  new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-15`))

const amount = (document: IssuedDocument, locale: MailLocale): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: document.currency }).format(
    grossOf(document.content) / 100,
  )

/** Tells a seller that its month is closed. */
export function documentsLetter(told: { month: string; documents: readonly IssuedDocument[] }): Letters {
  const letter = (locale: MailLocale, words: Omit<Letter, "facts" | "action">, label: string): Letter => ({
    ...words,
    facts: told.documents.map((document) => [
      `${KINDS[document.kind][locale]} ${document.number}`,
      amount(document, locale),
    ]),
    action: { label, url: "/seller/documents" },
  })
  const [fr, en] = [monthName(told.month, "fr"), monthName(told.month, "en")]
  return {
    fr: letter(
      "fr",
      {
        subject: `Vos documents de ${fr}`,
        paragraphs: [
          `Le mois de ${fr} est clos. Les montants facturés ont déjà été déduits de votre compte vendeur : il n'y a rien à payer.`,
        ],
      },
      "Voir les documents",
    ),
    en: letter(
      "en",
      {
        subject: `Your documents for ${en}`,
        paragraphs: [
          `${en} is closed. What is invoiced was already deducted from your seller account: there is nothing to pay.`,
        ],
      },
      "See the documents",
    ),
  }
}
