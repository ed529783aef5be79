import type { SellerKey } from "./article"
import type { CustomerKey } from "./house"

/** How far one trader's part of an order has come, in days ago. */
export interface Progress {
  readonly accepted?: number
  readonly shipped?: number
  /** Only the first line goes with the first parcel; the rest waits. */
  readonly partly?: boolean
  readonly delivered?: number
}

export interface Purchase {
  readonly customer: CustomerKey
  readonly daysAgo: number
  /** Title as in the goods, who sells it (absent: the retailer), how many. */
  readonly lines: readonly (readonly [title: string, seller: SellerKey | "house", quantity: number])[]
  readonly progress?: Partial<Record<SellerKey | "house", Progress>>
}

/** Ends with the return of this order's goods at the counter. */
export const RETURNED: Purchase = {
  customer: "louise",
  daysAgo: 9.2,
  lines: [
    ["T-shirt «Quai» en coton bio", "house", 2],
    ["Mug en grès «Falaise»", "brindille", 3],
    ["Lampe de bureau «Étude»", "lueur", 1],
  ],
  progress: {
    house: { shipped: 8.3, delivered: 6.4 },
    brindille: { accepted: 8.9, shipped: 8, delivered: 6.1 },
    lueur: { accepted: 8.8, shipped: 7.9, delivered: 5.9 },
  },
}

export const purchases: readonly Purchase[] = [
  {
    customer: "yanis",
    // More than a month: on whatever day the demonstration is made, last month has a commission to bill.
    daysAgo: 33.4,
    lines: [
      ["Lampe de bureau «Étude»", "lueur", 1],
      ["Théière «Quatre heures»", "brindille", 1],
    ],
    progress: {
      brindille: { accepted: 33, shipped: 32.1, delivered: 29.8 },
      lueur: { accepted: 33.1, shipped: 31.9, delivered: 29.5 },
    },
  },
  {
    customer: "camille",
    daysAgo: 26.4,
    lines: [
      ["Mug rayé «Cabine»", "brindille", 2],
      ["Lampe de table «Aube»", "lueur", 1],
      ["Plaid en laine «Grand-mère»", "house", 1],
    ],
    progress: {
      house: { shipped: 25.5, delivered: 23.6 },
      brindille: { accepted: 26, shipped: 25.1, delivered: 22.8 },
      lueur: { accepted: 26.1, shipped: 24.9, delivered: 22.5 },
    },
  },
  {
    customer: "ines",
    daysAgo: 22.1,
    lines: [
      ["Train en bois «Express de midi»", "house", 1],
      ["Ours en peluche «Barnabé»", "house", 1],
    ],
    progress: { house: { shipped: 21.2, delivered: 19.5 } },
  },
  {
    customer: "malo",
    daysAgo: 18.3,
    lines: [
      ["Ciré «Grand large»", "house", 1],
      ["Bonnet à pompon «Nordet»", "house", 2],
    ],
    progress: { house: { shipped: 17.4, delivered: 15.3 } },
  },
  {
    customer: "yanis",
    daysAgo: 15.6,
    lines: [
      ["Carnet washi «Seigaiha»", "kumo", 2],
      ["Stylo-pinceau «Sumi»", "kumo", 1],
      ["Stylo-plume «Belle main»", "house", 1],
    ],
    progress: { house: { shipped: 14.7, delivered: 12.9 }, kumo: { accepted: 14.9, shipped: 11.5 } },
  },
  {
    customer: "theo",
    daysAgo: 12.2,
    lines: [["Suspension «Cloche»", "house", 2]],
    progress: { house: { shipped: 11.3, delivered: 9.4 } },
  },
  RETURNED,
  {
    customer: "camille",
    daysAgo: 7.5,
    lines: [
      ["Théière «Quatre heures»", "brindille", 1],
      ["Bol à soupe «Potager»", "house", 4],
    ],
    progress: { house: { shipped: 6.6, delivered: 4.8 }, brindille: { accepted: 7.2, shipped: 6.2, delivered: 4.1 } },
  },
  {
    customer: "malo",
    daysAgo: 5.4,
    lines: [
      ["Lampe d'architecte «Équerre»", "lueur", 1],
      ["Lanterne solaire «Luciole»", "lueur", 2],
    ],
    progress: { lueur: { accepted: 5, shipped: 3.6, partly: true } },
  },
  {
    customer: "theo",
    daysAgo: 4.1,
    lines: [
      ["Pull marin «Armen»", "house", 1],
      ["Mug «Sous-bois»", "brindille", 2],
    ],
    progress: { house: { shipped: 3.2 }, brindille: { accepted: 3.8, shipped: 2.9 } },
  },
  {
    customer: "ines",
    daysAgo: 2.3,
    lines: [
      ["Mug «Rivage» fait main", "brindille", 1],
      ["Rubans adhésifs washi, trois rouleaux", "kumo", 3],
    ],
    progress: { brindille: { accepted: 1.9 } },
  },
  {
    customer: "yanis",
    daysAgo: 1.2,
    lines: [
      ["Guirlande «Bal populaire»", "house", 1],
      ["Lampe globe «Pleine lune»", "lueur", 1],
    ],
  },
  {
    customer: "camille",
    daysAgo: 0.15,
    lines: [
      ["T-shirt rayé «Marée»", "house", 1],
      ["Mug «Damier»", "brindille", 1],
      ["Carnet washi «Bambou»", "kumo", 1],
    ],
  },
]
