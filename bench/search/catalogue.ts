import type { SearchDocument } from "@medusajs/framework/types"

const KINDS =
  "notebook,notebook case,mouse,keyboard,monitor,printer,toner cartridge,usb cable,headphones,network switch,projector,battery,memory card,hard drive,backpack,lamp,mug,kettle,speaker,webcam".split(
    ",",
  )
const BRANDS = Array.from(
  { length: 120 },
  (_, i) => `${"Ar Bel Cor Dax Em Fy Gra Hy".split(" ")[i % 8]}${"on ix um ea".split(" ")[i % 4]}${i}`,
)
const COLOURS = ["black", "white", "silver", "blue", "red", "green", "grey"]
const WORDS =
  "wireless gaming slim pro compact portable silent ergonomic premium travel office home studio outdoor led optical digital stereo bluetooth rechargeable".split(
    " ",
  )

/** Twenty thousand articles, the same every time; frequencies of brands and words fall like those of a real shop. */
export function madeUpCatalogue(size: number): SearchDocument[] {
  let seed = 42
  const next = (n: number) => Math.floor(((seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647) * n)
  const skewed = (n: number) => Math.floor(n * (next(1000) / 1000) ** 2.5)
  return Array.from({ length: size }, (_, i) => {
    const id = `bench_${String(i).padStart(6, "0")}`
    const kind = KINDS[skewed(KINDS.length)]!
    const brand = BRANDS[skewed(BRANDS.length)]!
    const extra = Array.from({ length: 3 }, () => WORDS[skewed(WORDS.length)]!)
    const colour = COLOURS[skewed(COLOURS.length)]!
    const title = `${brand} ${String.fromCharCode(65 + next(26))}${next(9999)} ${kind} ${extra.join(" ")} ${colour}`
    const price = 500 + skewed(200_000)
    const attribute = (key: string, value: string, label = value) => ({
      key,
      label: { fr: key, en: key },
      value,
      valueLabel: { fr: label, en: label },
      unit: null,
    })
    const shops = ["lyon", "lille"].filter(() => next(3) === 0)
    return {
      id,
      titles: [title],
      types: [kind],
      codes: [id],
      brand,
      descriptions: [`${title}. ${Array.from({ length: 18 }, () => WORDS[next(WORDS.length)]!).join(" ")}`],
      categories: [],
      sellers: [`seller-${skewed(12)}`],
      conditions: [next(12) === 0 ? "REFURBISHED" : "NEW"],
      shops,
      scope: ["web"],
      price,
      released: new Date(Date.UTC(2020, next(70), 1)).toISOString(),
      rank: 10,
      card: {
        id,
        handle: id,
        title: { fr: title, en: title },
        brand,
        image: null,
        price,
        priorPrice: null,
        currency: "EUR",
        sellerName: "Gondola",
        sellerIsRetailer: true,
        offerCount: 1,
        inStock: true,
        deliveryDays: 2,
        returnableInShop: true,
        shops,
      },
      attributes: [
        attribute("colour", colour),
        attribute("warranty", String(1 + next(5))),
        attribute("energy class", "ABCDE"[next(5)]!),
        ...Array.from({ length: 12 }, (_, a) => attribute(`${kind} property ${a}`, String(skewed(15)))),
      ],
      labels: {},
    }
  })
}

/** What people type: a kind, a kind with a brand or a word, a slip of the finger, an article's number. */
export const QUERIES: readonly string[] = KINDS.flatMap((kind, i) => [
  kind,
  `${WORDS[i % WORDS.length]} ${kind}`,
  `${kind} ${COLOURS[i % COLOURS.length]} ${BRANDS[i]}`,
  `${kind.slice(0, 2)}${kind.charAt(3)}${kind.charAt(2)}${kind.slice(4)}`,
  `${WORDS[(i * 3) % WORDS.length]} ${WORDS[(i * 7) % WORDS.length]} ${kind}`,
])
