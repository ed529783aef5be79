import type { LineFacts, Text } from "./types"

/** One case of L221-28. Everything that matches none is returnable. */
export interface WithdrawalException {
  readonly article: string
  readonly why: Text
  /** Handles of categories, at any depth of the line's path. */
  readonly categories: readonly string[]
  /** The right is lost only once the seal is broken. */
  readonly onlyUnsealed: boolean
}

export const WITHDRAWAL_EXCEPTIONS: readonly WithdrawalException[] = [
  {
    article: "L221-28, 3°",
    why: { fr: "article personnalisé ou fait sur mesure", en: "made to measure or personalised" },
    categories: ["personnalise", "sur-mesure", "personalised"],
    onlyUnsealed: false,
  },
  {
    article: "L221-28, 4°",
    why: { fr: "denrée qui se périme rapidement", en: "goods that perish quickly" },
    categories: ["frais", "produits-frais", "fresh-food"],
    onlyUnsealed: false,
  },
  {
    article: "L221-28, 5°",
    why: {
      fr: "article d'hygiène descellé après la livraison",
      en: "hygiene article whose seal was broken after delivery",
    },
    categories: ["hygiene", "cosmetiques", "sous-vetements", "beaute", "ecouteurs-intra-auriculaires"],
    onlyUnsealed: true,
  },
  {
    article: "L221-28, 9°",
    why: {
      fr: "enregistrement ou logiciel descellé après la livraison",
      en: "recording or software whose seal was broken after delivery",
    },
    categories: ["logiciels", "software", "musique", "films", "jeux-video"],
    onlyUnsealed: true,
  },
  {
    article: "L221-28, 11°",
    why: { fr: "journal ou magazine", en: "newspaper or magazine" },
    categories: ["presse", "magazines"],
    onlyUnsealed: false,
  },
]

export function exceptionFor(
  line: Pick<LineFacts, "categoryHandles">,
  rules: readonly WithdrawalException[] = WITHDRAWAL_EXCEPTIONS,
): WithdrawalException | null {
  return rules.find((rule) => rule.categories.some((handle) => line.categoryHandles.includes(handle))) ?? null
}

export const exceptionText = (rule: WithdrawalException): Text => ({
  fr: `${rule.article} : ${rule.why.fr}`,
  en: `${rule.article}: ${rule.why.en}`,
})
