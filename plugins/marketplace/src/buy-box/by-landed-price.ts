import type { Text } from "../catalogue/draft"
import { landedPrice, type BoxOffer, type BuyBoxChoice, type BuyBoxStrategy } from "./buy-box"

interface Criterion {
  /** Lower is better. */
  readonly of: (offer: BoxOffer) => number
  readonly because: (winner: BoxOffer) => Text
}

/** The published rule, in order; who sells is not part of it. */
const CRITERIA: readonly Criterion[] = [
  {
    of: (offer) => (offer.condition === "NEW" ? 0 : 1),
    because: () => ({ fr: "Offre à l'état neuf", en: "Offered new" }),
  },
  {
    of: landedPrice,
    because: (winner) => ({
      fr: `Prix livré le plus bas : ${shown(winner, "fr-FR")}`,
      en: `Lowest price with delivery: ${shown(winner, "en-IE")}`,
    }),
  },
  {
    of: (offer) => offer.leadTimeDays,
    because: () => ({ fr: "Même prix livré, expédié plus vite", en: "Same price with delivery, shipped sooner" }),
  },
]

const ONLY: Text = { fr: "Seule offre en stock", en: "The only offer in stock" }
const TIED: Text = { fr: "À égalité avec une autre offre", en: "Tied with another offer" }

/** New before used, then price with delivery, then lead time; the id settles a tie. Out of stock never wins. */
export const byLandedPrice: BuyBoxStrategy = {
  rule: {
    fr: "L'offre mise en avant est, parmi celles en stock : d'abord un article neuf, puis le prix livraison comprise le plus bas, puis l'expédition la plus rapide. Le vendeur n'entre pas dans ce choix : l'enseigne y est traitée comme les autres. Aucune rémunération n'y a d'effet.",
    en: "Among the offers in stock, the one put forward is: first a new article, then the lowest price with delivery, then the fastest shipping. Who sells plays no part: the retailer is treated like any other seller. No payment has any effect on it.",
  },
  choose<T extends BoxOffer>(offers: readonly T[]): BuyBoxChoice<T> {
    const inStock = offers.filter((offer) => offer.stock > 0).sort(better)
    const soldOut = offers.filter((offer) => offer.stock <= 0).sort(better)
    const winner = inStock[0] ?? null
    return {
      ranked: [...inStock, ...soldOut],
      winner,
      reason: winner && reasonOf(winner, inStock[1]),
    }
  },
}

export const chooseBuyBox = byLandedPrice.choose.bind(byLandedPrice) as BuyBoxStrategy["choose"]

function better(a: BoxOffer, b: BoxOffer): number {
  for (const { of } of CRITERIA) if (of(a) !== of(b)) return of(a) - of(b)
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function reasonOf(winner: BoxOffer, second: BoxOffer | undefined): Text {
  if (!second) return ONLY
  return CRITERIA.find(({ of }) => of(winner) < of(second))?.because(winner) ?? TIED
}

const shown = (offer: BoxOffer, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: offer.currency }).format(landedPrice(offer) / 100)
