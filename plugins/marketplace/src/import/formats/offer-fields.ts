/** Fields of a seller's file, each with the names that feeds give it: lower case, without accents and signs. */
export const OFFER_FIELDS = {
  sku: [
    "sku",
    "ref",
    "reference",
    "reference vendeur",
    "reference article",
    "ref article",
    "seller sku",
    "code article",
    "offer sku",
  ],
  gtin: ["gtin", "ean", "ean13", "ean 13", "gtin13", "barcode", "code barre", "code barres", "product id", "upc"],
  price: ["price", "prix", "prix ttc", "selling price", "prix de vente", "prix vente ttc"],
  beforePrice: ["before price", "price before", "prix barre", "strike price", "prix avant", "old price", "ancien prix"],
  discount: ["discount", "remise", "reduction", "discount percent", "remise %"],
  currency: ["currency", "devise", "monnaie"],
  stock: ["stock", "quantity", "quantite", "qty", "qte", "available quantity", "quantite disponible"],
  condition: ["condition", "etat", "state of goods", "etat du produit"],
  leadTimeDays: ["lead time days", "leadtimedays", "lead time", "delai", "delai expedition", "handling time"],
  state: ["status", "statut", "offer state", "publication"],
  title: ["title", "titre", "name", "nom", "designation", "libelle", "product name"],
  titleEn: ["title en", "titre en", "name en", "english title", "title english"],
  description: ["description", "descriptif", "texte"],
  descriptionEn: ["description en", "english description"],
  brand: ["brand", "marque", "manufacturer brand"],
  partNumber: ["part number", "mpn", "reference fabricant", "manufacturer part number", "ref fabricant", "modele"],
  category: ["category", "categorie", "rayon", "category handle"],
  image: ["image", "picture", "photo", "image url", "image 1", "main image", "url image", "visuel"],
  image2: ["image 2", "picture 2", "photo 2"],
  image3: ["image 3", "picture 3", "photo 3"],
  manufacturer: ["manufacturer", "fabricant", "manufacturer name"],
  manufacturerContact: ["manufacturer contact", "contact fabricant", "manufacturer address", "adresse fabricant"],
  manufacturerCountry: ["manufacturer country", "pays fabricant"],
  euResponsible: ["eu responsible", "responsable ue", "personne responsable", "eu responsible person"],
  warnings: ["warnings", "avertissements", "safety warnings", "consignes de securite"],
  guaranteeMonths: ["guarantee months", "garantie mois", "warranty months", "garantie"],
} as const satisfies Record<string, readonly string[]>

export type OfferField = keyof typeof OFFER_FIELDS
export const OFFER_FIELD_NAMES = Object.keys(OFFER_FIELDS) as OfferField[]

/** Column of the file (lower case) for each field; a field without one is not read. */
export type OfferMapping = Readonly<Partial<Record<OfferField, string>>>

/** What each column of a seller's file most likely is. */
export const guessMapping = (columns: readonly string[]): OfferMapping => guess(columns, OFFER_FIELDS)

/** Every field at most once, every column for one field only. */
export function guess<Field extends string>(
  columns: readonly string[],
  fields: Readonly<Record<Field, readonly string[]>>,
): Partial<Record<Field, string>> {
  const left = new Map(columns.map((column) => [column, plain(column)]))
  const mapping: Partial<Record<Field, string>> = {}
  // Names in their order over all fields: «prix barré» must not be taken for the price before the price had its turn.
  for (const fit of [(name: string, word: string) => name === word, startsWith])
    for (const field of Object.keys(fields) as Field[]) {
      if (mapping[field]) continue
      const column = [...left].find(([, name]) => name && fields[field].some((word) => fit(name, word)))?.[0]
      if (column === undefined) continue
      mapping[field] = column
      left.delete(column)
    }
  return mapping
}

const startsWith = (name: string, word: string): boolean => word.length > 3 && name.startsWith(`${word} `)

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, " ")
    .trim()
