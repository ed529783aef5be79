import { readFileSync } from "node:fs"
import { join } from "node:path"

type Catalogue = { readonly [key: string]: string | Catalogue }

const FILES = {
  storefront: (locale: string) => join(__dirname, `../../../storefront/messages/${locale}.json`),
  portal: (locale: string) => join(__dirname, `../../../admin/src/i18n/${locale}.json`),
}

/**
 * The words that a face shows, by their key: a journey clicks what people read, and a missing translation fails it.
 * @returns exact text, or a pattern where the text has values in it
 */
export function wordsOf(face: keyof typeof FILES, locale: "fr" | "en"): (key: string) => string | RegExp {
  const catalogue = JSON.parse(readFileSync(FILES[face](locale), "utf8")) as Catalogue
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
