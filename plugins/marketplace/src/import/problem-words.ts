/**
 * What an import says of a line, in English where it is found out and in French beside it; {0}, {1}… stand for what the
 * line says. Kept as one list, so that a sentence without its translation is a failing test.
 */
const SENTENCES: readonly (readonly [english: string, french: string])[] = [
  ["This line is not a set of fields", "Cette ligne n’a pas de colonnes"],
  ["This record is longer than {0} characters", "Cet enregistrement dépasse {0} caractères"],
  ["The file ends in the middle of this object", "Le fichier s’arrête au milieu de cet objet"],
  ["This is not a JSON object: {0}", "Ce n’est pas un objet JSON ({0})"],
  [
    "{0} was there on line {1} already; this line was left out",
    "{0} est déjà à la ligne {1} ; cette ligne est écartée",
  ],
  [
    "{0} was there on line {1} already, under another SKU; this line was left out",
    "{0} est déjà à la ligne {1}, sous une autre référence ; cette ligne est écartée",
  ],
  ["The SKU is missing", "La référence (SKU) manque"],
  ["The SKU looks like a formula of a spreadsheet", "La référence (SKU) ressemble à une formule de tableur"],
  [
    "{0} began like a formula of a spreadsheet; it was kept as text",
    "{0} commençait comme une formule de tableur ; c’est gardé comme texte",
  ],
  ["The line names no id or SKU", "La ligne n’a ni identifiant ni référence (SKU)"],
  ["The title is missing", "Le titre manque"],
  ["The GTIN is missing", "Le GTIN manque"],
  [
    "{0}: a spreadsheet rounded this GTIN. Format the column as text and fill it in again",
    "{0} : un tableur a arrondi ce GTIN. Mettez la colonne au format texte et saisissez-le à nouveau",
  ],
  [
    "{0} is not a GTIN: its digits or its check digit are wrong",
    "{0} n’est pas un GTIN : ses chiffres ou sa clé de contrôle sont faux",
  ],
  ["{0} is not a GTIN and was left out", "{0} n’est pas un GTIN ; il est laissé de côté"],
  [
    "GTIN {0} already names another article and was left out",
    "Le GTIN {0} désigne déjà un autre article ; il est laissé de côté",
  ],
  ["Prices are in {0}, not in {1}", "Les prix sont en {0}, pas en {1}"],
  ["{0}: the price is in another currency", "{0} : le prix est dans une autre devise"],
  ["{0}: the price before is in another currency", "{0} : le prix avant réduction est dans une autre devise"],
  ["The price is missing", "Le prix manque"],
  ["The price before is missing", "Le prix avant réduction manque"],
  ["{0}: the price is an amount such as 12.90", "{0} : le prix est un montant, par exemple 12,90"],
  [
    "{0}: the price before is an amount such as 12.90",
    "{0} : le prix avant réduction est un montant, par exemple 12,90",
  ],
  ["The price is between 0.01 and 1,000,000.00", "Le prix va de 0,01 à 1 000 000,00"],
  ["The price before is between 0.01 and 1,000,000.00", "Le prix avant réduction va de 0,01 à 1 000 000,00"],
  ["A price before stands beside a price", "Un prix avant réduction accompagne un prix"],
  ["Without a price the article is on no offer of the retailer", "Sans prix, l’enseigne ne vend pas cet article"],
  ["The discount is a percentage such as 20", "La remise est un pourcentage, par exemple 20"],
  ["A discount needs the price it is taken from", "Une remise a besoin du prix dont elle part"],
  ["The stock is missing", "Le stock manque"],
  ["The stock cannot be negative ({0})", "Le stock ne peut pas être négatif ({0})"],
  ["{0}: the stock is a whole number", "{0} : le stock est un nombre entier"],
  ["The stock is a whole number from 0 to 1,000,000", "Le stock est un nombre entier de 0 à 1 000 000"],
  [
    "The condition is NEW, REFURBISHED, USED_LIKE_NEW or USED_GOOD",
    "L’état est neuf, reconditionné, comme neuf ou bon état",
  ],
  ["The condition is unknown", "L’état est inconnu"],
  ["The state is draft, active, paused or closed", "Le statut est brouillon, actif, en pause ou fermé"],
  ["The lead time is a whole number of days", "Le délai est un nombre entier de jours"],
  ["The lead time is between 0 and 60 days", "Le délai va de 0 à 60 jours"],
  ["The SKU has 1 to 64 characters", "La référence (SKU) a de 1 à 64 caractères"],
  ["SKU {0} is there twice", "La référence {0} y est deux fois"],
  [
    "SKU {0} already stands for GTIN {1}; use another SKU",
    "La référence {0} désigne déjà le GTIN {1} ; prenez-en une autre",
  ],
  ["The offer with SKU {0} is closed", "L’offre de référence {0} est fermée"],
  [
    "No article of the catalogue has GTIN {0}; check it, or give title, brand, price and stock to propose it",
    "Aucun article du catalogue n’a le GTIN {0} ; vérifiez-le, ou donnez titre, marque, prix et stock pour le proposer",
  ],
  [
    "Without a GTIN an article needs title, brand, price and stock to be proposed",
    "Sans GTIN, un article a besoin de titre, marque, prix et stock pour être proposé",
  ],
  ["A new offer needs the GTIN of its article", "Une nouvelle offre a besoin du GTIN de son article"],
  ["A new offer needs a price", "Une nouvelle offre a besoin d’un prix"],
  ["A new offer needs a stock", "Une nouvelle offre a besoin d’un stock"],
  ["A new offer cannot be closed", "Une nouvelle offre ne peut pas être fermée"],
  [
    "The catalogue does not know this article: it was put to the operator",
    "Le catalogue ne connaît pas cet article : il est proposé à l’enseigne",
  ],
  [
    "This offer has had no price yet, so nothing can be announced",
    "Cette offre n’a pas encore eu de prix : rien ne peut être annoncé",
  ],
  ["A reduction goes down: {0} is not above {1}", "Une réduction baisse le prix : {0} n’est pas au-dessus de {1}"],
  [
    "The lowest price of the last 30 days is {0}: {1} is no reduction that may be announced",
    "Le prix le plus bas des 30 derniers jours est {0} : {1} n’est pas une réduction que l’on peut annoncer",
  ],
  [
    "The lowest price of the last 30 days is {0}, not {1}",
    "Le prix le plus bas des 30 derniers jours est {0}, pas {1}",
  ],
  ["{0}: the class of VAT is 20, 10, 5.5 or 2.1", "{0} : le taux de TVA est 20, 10, 5,5 ou 2,1"],
  [
    "Every variant of an article says the same options: colour, size or variant",
    "Toutes les variantes d’un article donnent les mêmes options : couleur, taille ou variante",
  ],
  [
    "This variant is the same as that of line {0}: colour, size or variant must differ",
    "Cette variante est celle de la ligne {0} : couleur, taille ou variante doivent différer",
  ],
  ["{0}: the variants of this article differ by {1}", "{0} : les variantes de cet article diffèrent par {1}"],
  ["Offers can be made once the application is approved", "Des offres se créent une fois la candidature acceptée"],
  [
    "This workbook cannot be read or is too large when unpacked. Save it as CSV.",
    "Ce classeur est illisible, ou trop grand une fois décompressé. Enregistrez-le en CSV.",
  ],
  [
    "Line {0} has more than {1} characters: the file has no line breaks, or a quotation mark that is never closed.",
    "La ligne {0} dépasse {1} caractères : le fichier n’a pas de retours à la ligne, ou un guillemet n’est jamais fermé.",
  ],
  ["There is no category {0}", "Il n’y a pas de rayon {0}"],
]

/** Where a sentence comes from outside (a database, a library), its code says this much. */
const BY_CODE: Readonly<Record<string, string>> = {
  NOT_WRITTEN: "Cet article n’a pas pu être écrit",
  UNREADABLE: "Cette ligne ne peut pas être lue",
  BAD_FIELD: "Un champ n’est pas valable",
}

const PATTERNS = SENTENCES.map(([english, french]) => ({
  pattern: new RegExp(`^${english.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\d\}/g, "([^]*?)")}$`),
  french,
}))

/** The sentence for a reader of French; what no translation is known for is told by its code, with the original. */
export function problemIn(locale: "fr" | "en", problem: { readonly code: string; readonly message: string }): string {
  if (locale === "en") return problem.message
  for (const { pattern, french } of PATTERNS) {
    const values = pattern.exec(problem.message)
    if (values) return french.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at) + 1] ?? "")
  }
  const known = BY_CODE[problem.code]
  return known ? `${known} (${problem.message})` : problem.message
}
