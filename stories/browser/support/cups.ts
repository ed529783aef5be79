/** A file of cups that no catalogue knows, two of its lines faulty. */
export const LINES = 20
/** Line of the file, without its head. */
export const FAULTY = { price: 7, gtin: 13 }
export const GOOD = LINES - 2

export interface Article {
  readonly sku: string
  readonly gtin: string
  readonly title: string
  /** What no other title has. */
  readonly word: string
}

/** Twenty cups that no catalogue knows; every run has its own. */
export function articlesOf(key: string): Article[] {
  const start = Number.parseInt(key, 36) % 10_000_000
  return Array.from({ length: LINES }, (_, n) => {
    const word = `${NAMES[n]} ${key}`
    return { sku: `T-${key}-${n + 1}`, gtin: gtinOf(start * 100 + n), title: `Tasse ${word}`, word }
  })
}

const NAMES = [
  "Aubrac",
  "Bréhat",
  "Cézal",
  "Douarn",
  "Embrun",
  "Figeac",
  "Guérande",
  "Houat",
  "Issoire",
  "Jonzac",
  "Kerlou",
  "Lurcy",
  "Morzin",
  "Nérac",
  "Ouessan",
  "Pornic",
  "Quimper",
  "Redon",
  "Saumur",
  "Thiers",
]

const gtinOf = (serial: number): string => {
  const digits = `376${String(serial).padStart(9, "0")}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Columns and what they are taken for. */
export const MEANT = [
  ["sku", "sku"],
  ["ean", "gtin"],
  ["prix", "price"],
  ["rayon", "category"],
  ["photo 2", "image2"],
] as const

const HEAD = "sku;ean;titre;marque;rayon;photo;photo 2;fabricant;contact fabricant;prix;stock"

/** As a spreadsheet of Windows writes it. */
export function fileOf(articles: readonly Article[]): Buffer {
  const lines = articles.map(({ sku, gtin, title, word }, n) => {
    const price = n + 1 === FAULTY.price ? "douze" : "12,00"
    const ean = n + 1 === FAULTY.gtin ? `${gtin.slice(0, -1)}${(Number(gtin.at(-1)) + 1) % 10}` : gtin
    const [first, second] = ["/pictures/mug-ochre-plain.svg", "/pictures/mug-sage-plain.svg"]
    return [sku, ean, title, `Grès ${word}`, "mugs", first, second, MAKER, CONTACT, price, "5"].join(";")
  })
  return Buffer.from([HEAD, ...lines].join("\r\n"), "latin1")
}

const MAKER = "Faïencerie du Canal, Quimper"
const CONTACT = "securite@canal.example"
