import { amountText } from "@gondola/ledger"
import type { Letter, Letters, MailLocale } from "../notifications/letter"
import type { Year } from "./quarters"
import type { MissingTaxData } from "./tax-data"

const ITEMS: Readonly<Record<MissingTaxData, Readonly<Record<MailLocale, string>>>> = {
  tax_id: { fr: "numéro d'identification fiscale", en: "tax identification number" },
  registration_number: { fr: "numéro d'immatriculation", en: "registration number" },
  address: { fr: "adresse complète", en: "full address" },
  birth: { fr: "prénom, nom et date de naissance", en: "first name, last name and date of birth" },
}

const day = (at: Date, locale: MailLocale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/Paris" }).format(at)

/** The request and its two reminders. */
export function taxDataLetter(told: { round: number; missing: readonly MissingTaxData[]; blockedFrom: Date }): Letters {
  const last = told.round >= 3
  const items = (locale: MailLocale): string => told.missing.map((item) => ITEMS[item][locale]).join(", ")
  const [fr, en] = [day(told.blockedFrom, "fr"), day(told.blockedFrom, "en")]
  return {
    fr: {
      subject:
        told.round === 1
          ? "Vos données fiscales sont incomplètes"
          : `Rappel ${told.round - 1} : vos données fiscales sont incomplètes`,
      paragraphs: [
        `Il manque : ${items("fr")}. La loi nous oblige à les déclarer chaque année (DAC7).`,
        last
          ? `Sans réponse, vos virements sont suspendus à partir du ${fr}, jusqu'à ce que vous ayez complété ces données.`
          : `Après deux rappels, et au plus tôt le ${fr}, nous devrions suspendre vos virements.`,
      ],
      action: { label: "Compléter", url: "/seller/tax" },
    },
    en: {
      subject:
        told.round === 1 ? "Your tax data are incomplete" : `Reminder ${told.round - 1}: your tax data are incomplete`,
      paragraphs: [
        `Missing: ${items("en")}. The law obliges us to report them every year (DAC7).`,
        last
          ? `Without an answer your payouts stop on ${en}, until you have completed these data.`
          : `After two reminders, and not before ${en}, we would have to stop your payouts.`,
      ],
      action: { label: "Complete", url: "/seller/tax" },
    },
  }
}

/** The seller's copy of what was reported about it. */
export function copyLetter(told: { readonly year: number; readonly figures: Year }): Letters {
  const letter = (locale: MailLocale, words: Omit<Letter, "facts" | "action">, quarter: string): Letter => ({
    ...words,
    facts: told.figures.map((each, index) => [
      `${quarter} ${index + 1}`,
      locale === "fr"
        ? `${each.sales} vente(s), ${amountText(each.consideration, "EUR", "fr")} perçus, ${amountText(each.fees, "EUR", "fr")} de frais`
        : `${each.sales} sale(s), ${amountText(each.consideration, "EUR", "en")} received, ${amountText(each.fees, "EUR", "en")} of fees`,
    ]),
    action: { label: locale === "fr" ? "Voir" : "See", url: "/seller/tax" },
  })
  return {
    fr: letter(
      "fr",
      {
        subject: `Votre déclaration DAC7 pour ${told.year}`,
        paragraphs: ["Voici ce que nous déclarons à l'administration fiscale à votre sujet, remboursements déduits."],
      },
      "Trimestre",
    ),
    en: letter(
      "en",
      {
        subject: `Your DAC7 report for ${told.year}`,
        paragraphs: ["This is what we report about you to the tax administration, refunds deducted."],
      },
      "Quarter",
    ),
  }
}
