import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

type Catalogue = { readonly [key: string]: string | Catalogue }

const ROOT = join(__dirname, "../../..")

/** The portal has a file an area. */
const FILES = {
  storefront: (locale: string) => [join(ROOT, `storefront/messages/${locale}.json`)],
  portal: (locale: string) => {
    const folder = join(ROOT, "admin/src/i18n", locale)
    return readdirSync(folder).map((file) => join(folder, file))
  },
}

/**
 * The words that a face shows, by their key: a journey clicks what people read, and a missing translation fails it.
 * @returns exact text, or a pattern where the text has values in it
 */
export function wordsOf(face: keyof typeof FILES, locale: "fr" | "en"): (key: string) => string | RegExp {
  const files = FILES[face](locale).map((file) => JSON.parse(readFileSync(file, "utf8")) as Catalogue)
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
