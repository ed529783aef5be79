import type { LiveAd, LiveTarget } from "../live/snapshot"

export type Locale = "fr" | "en"

/** What DSA art. 26 asks to tell about an ad. */
export interface Disclosure {
  readonly label: string
  readonly advertiser: string
  readonly payer: string
  readonly parameters: readonly string[]
  readonly settingsUrl: string
}

/** The page that explains the ranking and the influence of payment (L111-7). */
const SETTINGS_URL = "/ranking"

const TEXTS = {
  fr: {
    label: "Sponsorisé",
    keyword: (value: string) => `Votre recherche correspond au mot-clé « ${value} » choisi par l'annonceur`,
    category: () => "Vous regardez un rayon choisi par l'annonceur",
    relevance: "Le produit est pertinent pour cette page",
    bid: "L'annonceur paie au clic, au prix d'une enchère",
    noProfile: "Aucune donnée sur vous n'a été utilisée",
  },
  en: {
    label: "Sponsored",
    keyword: (value: string) => `Your search matches the keyword “${value}” chosen by the advertiser`,
    category: () => "You are looking at a department chosen by the advertiser",
    relevance: "The product is relevant to this page",
    bid: "The advertiser pays per click, at the price of an auction",
    noProfile: "No data about you was used",
  },
} as const

export function disclosureOf(ad: LiveAd, target: LiveTarget, locale: Locale): Disclosure {
  const text = TEXTS[locale]
  return {
    label: text.label,
    advertiser: ad.advertiserName,
    payer: ad.payer,
    parameters: [
      target.kind === "CATEGORY" ? text.category() : text.keyword(target.value),
      text.relevance,
      text.bid,
      text.noProfile,
    ],
    settingsUrl: SETTINGS_URL,
  }
}
