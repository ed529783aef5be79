/** An article that a seller describes, or a product of the catalogue. */
export interface Described {
  readonly title: string
  readonly brand: string | null
  readonly partNumber: string | null
}

export interface Candidate<T extends Described> {
  readonly product: T
  /** 0 to 1. */
  readonly score: number
  readonly why: readonly ("part_number" | "brand" | "title")[]
}

const BRAND = 0.25
const PART_NUMBER = 0.45
const TITLE = 0.3
/** Below this nobody would call it the same article. */
export const LEAST_SCORE = 0.4

/** The products that may be the same article, the likeliest first; no more than `most`. */
export function candidates<T extends Described>(article: Described, products: readonly T[], most = 5): Candidate<T>[] {
  return products
    .map((product) => ({ product, ...likeness(article, product) }))
    .filter((candidate) => candidate.score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.product.title < b.product.title ? -1 : 1))
    .slice(0, most)
}

/**
 * Symmetric. Two different brands are two articles, however alike their titles; so are two part numbers of one brand
 * (the 250 ml and the 300 ml mug of one potter), unless the titles are word for word the same.
 */
export function likeness(a: Described, b: Described): { score: number; why: Candidate<Described>["why"] } {
  const brands = [folded(a.brand ?? ""), folded(b.brand ?? "")] as const
  const parts = [partNumber(a.partNumber), partNumber(b.partNumber)] as const
  const bothBrands = brands[0] !== "" && brands[1] !== ""
  const sameBrand = bothBrands && brands[0] === brands[1]
  if (bothBrands && !sameBrand) return { score: 0, why: [] }
  const bothParts = parts[0] !== "" && parts[1] !== ""
  const samePart = bothParts && parts[0] === parts[1]
  const titles = titleLikeness(a.title, b.title)
  // What one side does not say counts for nothing: the rest carries the weight.
  const weight = (bothBrands ? BRAND : 0) + (bothParts ? PART_NUMBER : 0) + TITLE
  const score = ((sameBrand ? BRAND : 0) + (samePart ? PART_NUMBER : 0) + TITLE * titles) / weight
  const why = [
    ...(samePart ? (["part_number"] as const) : []),
    ...(sameBrand ? (["brand"] as const) : []),
    ...(titles >= 0.5 ? (["title"] as const) : []),
  ]
  return { score: Math.round(score * 1000) / 1000, why }
}

/** Dice coefficient of the words; numbers and what carries digits (sizes, models) count twice. */
export function titleLikeness(a: string, b: string): number {
  const [left, right] = [words(a), words(b)]
  const size = (set: ReadonlySet<string>) => [...set].reduce((total, word) => total + weightOf(word), 0)
  const total = size(left) + size(right)
  if (total === 0) return 0
  const shared = size(new Set([...left].filter((word) => right.has(word))))
  return (2 * shared) / total
}

const weightOf = (word: string): number => (/\d/.test(word) ? 2 : 1)

const SMALL = new Set([
  "de",
  "du",
  "des",
  "la",
  "le",
  "les",
  "en",
  "et",
  "a",
  "au",
  "aux",
  "the",
  "of",
  "and",
  "in",
  "for",
])

/** Words without case, accents, small words and plural s; «25 cl» and «25cl» are one. */
export function words(text: string): Set<string> {
  const joined = folded(text).replace(/(\d+(?:[.,]\d+)?) (ml|cl|l|cm|mm|m|w|v|g|kg|go|to|gb|tb)(?= |$)/g, "$1$2")
  return new Set(
    joined
      .split(" ")
      .filter((word) => word && !SMALL.has(word))
      .map((word) => (word.length > 3 && !/\d/.test(word) ? word.replace(/s$/, "") : word)),
  )
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[^a-z0-9.,]+/g, " ")
    .replace(/[.,](?!\d)/g, " ")
    .replace(/ +/g, " ")
    .trim()
}

const partNumber = (text: string | null): string => (text ?? "").toLowerCase().replace(/[^a-z0-9]/g, "")
