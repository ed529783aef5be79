import type { Letters, MailLocale } from "../notifications/letter"
import type { Breach, LevelName } from "./levels"
import type { ServiceLevels } from "./service-levels"

const NAME: Readonly<Record<LevelName, Readonly<Record<MailLocale, string>>>> = {
  acceptance: { fr: "commandes acceptées", en: "orders accepted" },
  lateShipment: { fr: "envois en retard", en: "late shipments" },
  cancellation: { fr: "refus et annulations de votre fait", en: "refusals and cancellations of yours" },
  returns: { fr: "commandes retournées", en: "orders returned" },
  incidents: { fr: "litiges", en: "disputes" },
  responseHours: { fr: "temps de réponse", en: "response time" },
}

const figure = (breach: Breach, locale: MailLocale): string => {
  const number = (value: number) => new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB").format(value)
  const unit = breach.level === "responseHours" ? " h" : locale === "fr" ? " %" : "%"
  return locale === "fr"
    ? `${number(breach.value)}${unit} (limite ${number(breach.limit)}${unit})`
    : `${number(breach.value)}${unit} (limit ${number(breach.limit)}${unit})`
}

/** The reason that is kept with a suspension and told to the seller. */
export const reasonOf = (levels: ServiceLevels): string =>
  `Niveaux de service : ${levels.breaches
    .filter((breach) => breach.grave)
    .map((breach) => `${NAME[breach.level].fr} ${figure(breach, "fr")}`)
    .join(", ")}`

/** To the seller, or to the operator about a named one. */
export function levelsLetter(
  levels: ServiceLevels,
  { name, url }: { readonly name: string | null; readonly url: string },
): Letters {
  const grave = levels.standing === "SUSPENDABLE"
  const facts = (locale: MailLocale) =>
    levels.breaches.map((breach) => [NAME[breach.level][locale], figure(breach, locale)] as const)
  return {
    fr: {
      subject: name
        ? `${name} : niveaux de service sous la limite de suspension`
        : grave
          ? "Vos niveaux de service permettent une suspension"
          : "Vos niveaux de service demandent votre attention",
      paragraphs: [
        name
          ? `Les niveaux de ${name} sur ${levels.orders} commandes dépassent la limite à laquelle un vendeur peut être suspendu.`
          : `Sur vos ${levels.orders} dernières commandes, ces niveaux dépassent la limite fixée pour tous les vendeurs.`,
        name
          ? "Décidez de la suite dans la fiche du vendeur."
          : grave
            ? "Sans amélioration, votre boutique peut être suspendue. Répondez-nous si un chiffre vous semble faux."
            : "Améliorez-les pour éviter une suspension. La page Performance montre le détail.",
      ],
      facts: facts("fr"),
      action: { label: "Voir les niveaux", url },
    },
    en: {
      subject: name
        ? `${name}: service levels below the limit for suspension`
        : grave
          ? "Your service levels allow a suspension"
          : "Your service levels need your attention",
      paragraphs: [
        name
          ? `The levels of ${name} over ${levels.orders} orders are beyond the limit at which a seller may be suspended.`
          : `Over your last ${levels.orders} orders these levels are beyond the limit that holds for every seller.`,
        name
          ? "Decide on the seller's page."
          : grave
            ? "Without an improvement your shop may be suspended. Answer us if a figure looks wrong."
            : "Improve them to avoid a suspension. The page Performance shows the details.",
      ],
      facts: facts("en"),
      action: { label: "See the levels", url },
    },
  }
}
