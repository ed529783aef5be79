/** Units that people write in several sizes, each with the one the index counts in. */
const CANONICAL: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  tb: ["gb", 1000],
  to: ["gb", 1000],
  gb: ["gb", 1],
  go: ["gb", 1],
  gbyte: ["gb", 1],
  mb: ["mb", 1],
  mo: ["mb", 1],
  m: ["cm", 100],
  metre: ["cm", 100],
  metres: ["cm", 100],
  meter: ["cm", 100],
  meters: ["cm", 100],
  cm: ["cm", 1],
  mm: ["cm", 0.1],
  kg: ["g", 1000],
  g: ["g", 1],
  l: ["ml", 1000],
  litre: ["ml", 1000],
  litres: ["ml", 1000],
  liter: ["ml", 1000],
  cl: ["ml", 10],
  ml: ["ml", 1],
  ghz: ["mhz", 1000],
  mhz: ["mhz", 1],
  hz: ["hz", 1],
  kw: ["w", 1000],
  w: ["w", 1],
  watt: ["w", 1],
  watts: ["w", 1],
  ah: ["mah", 1000],
  mah: ["mah", 1],
  v: ["v", 1],
  volts: ["v", 1],
  dpi: ["dpi", 1],
  inch: ["in", 1],
  inches: ["in", 1],
  in: ["in", 1],
  pouce: ["in", 1],
  pouces: ["in", 1],
  ft: ["ft", 1],
  feet: ["ft", 1],
  gbps: ["gbps", 1],
  mp: ["mp", 1],
  kva: ["va", 1000],
  va: ["va", 1],
}

const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\d.,])(\d{1,7}(?:[.,]\d{1,3})?)(?:[\s-]?(${Object.keys(CANONICAL)
    .sort((a, b) => b.length - a.length)
    .join("|")})(?![\p{L}\d])|\s?["”″](?!\p{L}))`,
  "gu",
)

/**
 * One token for one quantity: "1 TB" = "1000gb", "2m" = "2 m" = "200cm", 15.6" = "15.6 inch". The token is letters and
 * digits only, so that no later step cuts it: a decimal point becomes "p".
 * @param text lower case without accents
 */
export function foldQuantities(text: string): string {
  return text.replace(QUANTITY, (_whole, digits: string, unit: string | undefined) => {
    const [canonical, factor] = CANONICAL[unit ?? "in"] ?? ["in", 1]
    const amount = Math.round(Number(digits.replace(",", ".")) * factor * 1000) / 1000
    return ` ${String(amount).replace(".", "p")}${canonical} `
  })
}
