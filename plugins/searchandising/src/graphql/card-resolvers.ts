import type { Card } from "../catalogue/document"
import type { Locale } from "../ports"

/** A card as a page asked for it: the language is that of the page. */
export interface LocalCard extends Card {
  readonly locale: Locale
}

export const localCard = (card: Card, locale: Locale): LocalCard => ({ ...card, locale })

export const cardResolvers = {
  ProductCard: {
    title: (card: LocalCard) => card.title[card.locale] || card.title.fr,
    price: (card: LocalCard) => money(card.price, card.currency),
    priorPrice: (card: LocalCard) => money(card.priorPrice, card.currency),
  },
}

const money = (amount: number | null, currency: string) => (amount === null ? null : { amount, currency })
