import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

type Catalogue = { readonly [key: string]: string | Catalogue }

const ROOT = join(__dirname, "../../..")

/** Each face has a folder a language, and a file an area. */
const FOLDERS = { storefront: "storefront/messages", portal: "admin/src/i18n" }

function filesOf(face: keyof typeof FOLDERS, locale: string): string[] {
  const folder = join(ROOT, FOLDERS[face], locale)
  return readdirSync(folder).map((file) => join(folder, file))
}

/**
 * The words that a face shows, by their key: a journey clicks what people read, and a missing translation fails it.
 * @returns exact text, or a pattern where the text has values in it
 */
export function wordsOf(face: keyof typeof FOLDERS, locale: "fr" | "en"): (key: string) => string | RegExp {
  const files = filesOf(face, locale).map((file) => JSON.parse(readFileSync(file, "utf8")) as Catalogue)
  const catalogue: Catalogue = Object.assign({}, ...files) as Catalogue
  return (key) => {
    const text = key
      .split(".")
      .reduce<string | Catalogue | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), catalogue)
    if (typeof text !== "string") throw new Error(`${face} has no word ${key} in ${locale}`)
    if (!/[{<]/.test(text)) return text
    const fixed = text.split(/\{\{?[^}]*\}\}?|<[^>]*>/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    return new RegExp(fixed.join(".*"))
  }
}
