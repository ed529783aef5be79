import { badInput } from "@gondola/kit"
import type { Text } from "../catalogue/draft"
import type { Condition } from "../offers/offer-draft"
import { type BoxOffer, type BuyBoxStrategy, landedPrice } from "./buy-box"

export const CRITERIA = ["price", "leadTime", "stock", "quality", "condition"] as const
export type Criterion = (typeof CRITERIA)[number]

/** Whole numbers from 0; what counts is their share of the sum. */
export type Weights = Readonly<Record<Criterion, number>>

export const DEFAULT_WEIGHTS: Weights = { price: 60, leadTime: 15, stock: 5, quality: 10, condition: 10 }

/** @throws BAD_INPUT */
export function checkWeights(weights: Weights): Weights {
  const values = CRITERIA.map((criterion) => weights[criterion])
  if (values.some((value) => !Number.isInteger(value) || value < 0 || value > 1000) || values.every((v) => v === 0))
    throw badInput("Weights are whole numbers from 0 to 1000, at least one above 0")
  return weights
}

const WORDS: Readonly<Record<Criterion, Text>> = {
  price: { fr: "le prix livraison comprise", en: "price with delivery" },
  leadTime: { fr: "le délai d'expédition", en: "time to shipping" },
  stock: { fr: "le stock", en: "stock" },
  quality: { fr: "la qualité de service mesurée du vendeur", en: "the seller's measured quality of service" },
  condition: { fr: "l'état", en: "condition" },
}

const BEST: Readonly<Record<Criterion, Text>> = {
  price: {
    fr: "Meilleur ensemble, surtout pour son prix livré",
    en: "Best overall, mostly for its price with delivery",
  },
  leadTime: { fr: "Meilleur ensemble, surtout pour son délai", en: "Best overall, mostly for its fast shipping" },
  stock: { fr: "Meilleur ensemble, surtout pour son stock", en: "Best overall, mostly for its stock" },
  quality: { fr: "Meilleur ensemble, surtout pour son service", en: "Best overall, mostly for its service" },
  condition: { fr: "Meilleur ensemble, surtout pour son état", en: "Best overall, mostly for its condition" },
}

const CONDITION: Readonly<Record<Condition, number>> = {
  NEW: 1,
  REFURBISHED: 0.7,
  USED_LIKE_NEW: 0.6,
  USED_GOOD: 0.4,
}
/** More than this is as good as this. */
const ENOUGH_STOCK = 10

const ONLY: Text = { fr: "Seule offre en stock", en: "The only offer in stock" }
const TIED: Text = { fr: "À égalité avec une autre offre", en: "Tied with another offer" }

/** The weighted mean of five parts from 0 to 1, each 1 for the best; who sells is no part. Out of stock never wins. */
export function weighted(weights: Weights): BuyBoxStrategy {
  const sum = CRITERIA.reduce((total, criterion) => total + weights[criterion], 0)
  return {
    rule: ruleOf(weights, sum),
    choose<T extends BoxOffer>(offers: readonly T[]) {
      const inStock = offers.filter((offer) => offer.stock > 0)
      const cheapest = Math.min(...inStock.map(landedPrice))
      const scored = inStock.map((offer) => ({ offer, parts: partsOf(offer, cheapest) }))
      const score = (parts: Weights) => CRITERIA.reduce((total, c) => total + weights[c] * parts[c], 0) / sum
      const ranked = scored.sort((a, b) => score(b.parts) - score(a.parts) || byId(a.offer, b.offer))
      const [first, second] = ranked
      const soldOut = offers.filter((offer) => offer.stock <= 0).sort(byId)
      return {
        ranked: [...ranked.map(({ offer }) => offer), ...soldOut],
        winner: first?.offer ?? null,
        reason: !first ? null : !second ? ONLY : reasonOf(first.parts, second.parts, weights),
      }
    },
  }
}

function partsOf(offer: BoxOffer, cheapest: number): Weights {
  const landed = landedPrice(offer)
  return {
    price: landed > 0 ? cheapest / landed : 1,
    leadTime: 1 / (1 + offer.leadTimeDays / 3),
    stock: Math.min(offer.stock, ENOUGH_STOCK) / ENOUGH_STOCK,
    quality: Math.max(0, Math.min(1, offer.quality ?? 1)),
    condition: CONDITION[offer.condition],
  }
}

/** The part that put it before the next. */
function reasonOf(first: Weights, second: Weights, weights: Weights): Text {
  const lead = (criterion: Criterion) => weights[criterion] * (first[criterion] - second[criterion])
  const [best] = [...CRITERIA].sort((a, b) => lead(b) - lead(a))
  return best && lead(best) > 0 ? BEST[best] : TIED
}

function ruleOf(weights: Weights, sum: number): Text {
  const list = (locale: "fr" | "en") =>
    CRITERIA.filter((criterion) => weights[criterion] > 0)
      .sort((a, b) => weights[b] - weights[a])
      .map((criterion) => {
        const share = Math.round((100 * weights[criterion]) / sum)
        return locale === "fr" ? `${WORDS[criterion].fr} (${share} %)` : `${WORDS[criterion].en} (${share}%)`
      })
      .join(", ")
  return {
    fr: `L'offre mise en avant est, parmi celles en stock, celle qui a la meilleure note d'ensemble : ${list("fr")}. Le vendeur n'entre pas dans ce choix : l'enseigne y est notée comme les autres. Aucune rémunération n'y a d'effet.`,
    en: `Among the offers in stock, the one put forward has the best overall score: ${list("en")}. Who sells plays no part: the retailer is scored like any other seller. No payment has any effect on it.`,
  }
}

const byId = (a: BoxOffer, b: BoxOffer): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
