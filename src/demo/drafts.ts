import { cents } from "@gondola/kit"
import {
  type CatalogueDraft,
  type CategoryDraft,
  type OfferDraft,
  slug,
  type TypedAttribute,
  withCheckDigit,
} from "@gondola/marketplace"
import { picturePath } from "../pictures/draw"
import { palettes, type PaletteName } from "../pictures/palettes"
import type { Article, Facts, SellerKey } from "./content/article"
import { clothing } from "./content/clothing"
import { departments } from "./content/departments"
import { home } from "./content/home"
import { lighting } from "./content/lighting"
import { paperAndToys } from "./content/paper-and-toys"

export const articles: readonly Article[] = [...clothing, ...home, ...lighting, ...paperAndToys]

const DAY = 86_400_000
const STOCK = 40

/** The numbers begin with a prefix of France; nothing sold anywhere carries them. */
const gtinOf = (number: number) => withCheckDigit(`3769999${String(number).padStart(5, "0")}`)

interface Variant {
  readonly sku: string
  readonly gtin: string
  readonly colour: PaletteName
  readonly size: string | null
}

/** Every article has a hundred numbers, so that a new colour moves no other. */
export function variantsOf(article: Article): Variant[] {
  const place = articles.indexOf(article)
  return article.colours.flatMap((colour, column) =>
    (article.sizes ?? [null]).map((size, row) => ({
      sku: ["TR", String(place + 1).padStart(3, "0"), colour.toUpperCase(), size?.replace(/\W/g, "")]
        .filter(Boolean)
        .join("-"),
      gtin: gtinOf(place * 100 + column * 10 + row),
      colour,
      size,
    })),
  )
}

export const categoryDrafts = (): CategoryDraft[] =>
  departments.map(({ root, children }) => ({ ...category(root), children: children.map(category) }))

const category = ([handle, fr, en, image]: readonly [string, string, string, string]) => ({
  handle,
  name: { fr, en },
  image: `/pictures/${image}.svg`,
})

/** @param now the day on which the catalogue is made; articles came out over the months before */
export function catalogueDraft(article: Article, now: Date): CatalogueDraft {
  const variants = variantsOf(article)
  const several = variants.length > 1
  const age = 12 + ((articles.indexOf(article) * 37) % 240)
  return {
    handle: slug(article.title[0]),
    title: { fr: article.title[0], en: article.title[1] },
    description: { fr: article.text[0], en: article.text[1] },
    brand: article.brand,
    images: article.colours.map((palette) =>
      picturePath({ shape: article.shape, palette, motif: article.motif ?? "plain" }),
    ),
    categories: [article.category],
    attributes: attributesOf(article),
    safety: safetyOf(article),
    guaranteeMonths: article.category === "jouets-en-bois" ? 36 : 24,
    releasedAt: new Date(now.getTime() - age * DAY),
    variants: variants.map(({ sku, gtin, colour, size }) => ({
      title: several ? [palettes[colour].fr, size].filter(Boolean).join(" / ") : "",
      titleEn: several ? [palettes[colour].en, size].filter(Boolean).join(" / ") : "",
      image: picturePath({ shape: article.shape, palette: colour, motif: article.motif ?? "plain" }),
      sku,
      gtins: [gtin],
      price: article.only ? null : cents(article.before ?? article.price),
      stock: article.only ? 0 : STOCK,
      ...(several ? { options: { Couleur: palettes[colour].fr, ...(size ? { Taille: size } : {}) } } : {}),
    })),
  }
}

/** What one seller offers: its own articles, and some of the retailer's at its own price. */
export function offerDrafts(seller: SellerKey): OfferDraft[] {
  return articles.flatMap((article) => {
    const price = article.only === seller ? article.price : article.only ? undefined : article.also?.[seller]
    if (price === undefined) return []
    return variantsOf(article).map(({ sku, gtin }, index) => ({
      gtin,
      sku: `${seller.slice(0, 2).toUpperCase()}-${sku}`,
      condition: "NEW" as const,
      price: cents(price),
      currency: "EUR",
      stock: 12 + ((index * 7) % 20),
      leadTimeDays: seller === "kumo" ? 4 : 2,
    }))
  })
}

function attributesOf({ brand, colours, facts }: Article): TypedAttribute[] {
  const attributes: (TypedAttribute | null)[] = [
    { key: "brand", label: "Marque", labelEn: "Brand", type: "text", value: brand },
    {
      key: "colour",
      label: "Couleur",
      labelEn: "Colour",
      type: "text",
      value: palettes[colours[0]!].fr,
      valueEn: palettes[colours[0]!].en,
    },
    text("material", ["Matière", "Material"], facts.material),
    number("capacity", ["Contenance", "Capacity"], facts.capacity, "cl"),
    number("height", ["Hauteur", "Height"], facts.height, "cm"),
    number("power", ["Puissance", "Power"], facts.power, "W"),
    facts.socket ? { key: "socket", label: "Culot", labelEn: "Socket", type: "text", value: facts.socket } : null,
    flag("dishwasher", ["Lave-vaisselle", "Dishwasher safe"], facts.dishwasher),
    flag("organic", ["Coton bio", "Organic cotton"], facts.material?.[1] === "Cotton" ? facts.organic : undefined),
    flag("dimmable", ["Variable", "Dimmable"], facts.dimmable),
    number("pages", ["Pages", "Pages"], facts.pages),
    number("from_age", ["Dès", "From age"], facts.fromAge, "ans"),
    text("made_in", ["Fabriqué en", "Made in"], facts.madeIn),
  ]
  return attributes.filter((one) => one !== null)
}

type Labels = readonly [fr: string, en: string]

const text = (key: string, [label, labelEn]: Labels, value: Facts["material"]): TypedAttribute | null =>
  value ? { key, label, labelEn, type: "text", value: value[0], valueEn: value[1] } : null

const number = (key: string, [label, labelEn]: Labels, value?: number, unit?: string): TypedAttribute | null =>
  value === undefined ? null : { key, label, labelEn, type: "number", value, ...(unit ? { unit } : {}) }

const flag = (key: string, [label, labelEn]: Labels, value?: boolean): TypedAttribute | null =>
  value === undefined ? null : { key, label, labelEn, type: "boolean", value }

function safetyOf({ brand, facts }: Article) {
  const isFromJapan = facts.madeIn?.[1] === "Japan"
  const host = brand
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase()
  return {
    manufacturer: isFromJapan ? `${brand} Goods K.K., Kyoto, Japon` : `${brand}, France`,
    manufacturerContact: `securite@${host}.example`,
    manufacturerCountry: isFromJapan ? "jp" : "fr",
    euResponsible: isFromJapan ? "Pont Import SARL, 9 quai des Marques, 33000 Bordeaux" : null,
    warnings: [
      ...(facts.fromAge !== undefined && facts.fromAge >= 3 ? ["Ne convient pas aux enfants de moins de 3 ans."] : []),
      ...(facts.power ? ["Débrancher avant de changer l'ampoule."] : []),
    ],
  }
}
