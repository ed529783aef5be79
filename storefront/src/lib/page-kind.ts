export type PageKind = "home" | "search" | "category" | "product" | "seller" | "other"

const KINDS: Readonly<Record<string, PageKind>> = {
  "": "home",
  search: "search",
  c: "category",
  p: "product",
  seller: "seller",
}

/** What sort of page an address (without its language) leads to. */
export const pageKind = (path: string): PageKind => KINDS[path.split("/")[1] ?? ""] ?? "other"

interface Arrival {
  referrer: string
  origin: string
  /** Of the browser's navigation timing: navigate, reload, back_forward, prerender. */
  navigation: string | undefined
}

/** The document was opened from outside the shop: a link elsewhere, a mail, an address typed; not a reload, not a step back. */
export function cameFromOutside({ referrer, origin, navigation }: Arrival): boolean {
  if (navigation !== "navigate") return false
  try {
    return referrer === "" || new URL(referrer).origin !== origin
  } catch {
    return true
  }
}
