/** What becomes of a table's personal data when a person is erased. */
export type Place =
  /** Emptied, replaced or deleted in the transaction of the erasure: the contributor touches the table. */
  | { readonly as: "erased" }
  /** Stays for a reason that the law gives; nobody can ask for more. */
  | { readonly as: "kept"; readonly why: string }
  /** Forgotten by itself, without anybody asking. */
  | { readonly as: "forgotten"; readonly when: string }
  /** The columns are called like a person's and are none. */
  | { readonly as: "nobody"; readonly holds: string }

export const erased: Place = { as: "erased" }
export const kept = (why: string): Place => ({ as: "kept", why })
export const forgotten = (when: string): Place => ({ as: "forgotten", when })
export const nobody = (holds: string): Place => ({ as: "nobody", holds })

/** One answer for several tables. */
export const places = (place: Place, ...tables: string[]): Readonly<Record<string, Place>> =>
  Object.fromEntries(tables.map((table) => [table, place]))

/** Words of a column's name that let a person be suspected: identity, contact, free text, picture, place. */
const WORDS = [
  ["email", "mail", "phone", "name", "names", "person", "birth", "born", "gender", "nationality", "company"],
  ["address", "street", "postal", "city", "ip", "agent", "iban", "bic", "last4", "tax_id", "signature", "photo"],
  ["note", "notes", "body", "text", "statement", "explanation", "excerpt", "comment", "letter", "reason", "answer"],
  ["message", "base64", "bytes", "content", "pin", "party", "trader", "reporter", "to", "xml"],
].flat()
const SUSPECT = new RegExp(`(^|_)(${WORDS.join("|")})(_\\d+)?(_|$)`)

/** An id, a date, a hash or a state tells nothing of a person by itself. */
const HARMLESS = /_(id|at|hash|state|ref|prefixes|quantity)$/

export const suspectColumn = (column: string): boolean => SUSPECT.test(column) && !HARMLESS.test(column)
