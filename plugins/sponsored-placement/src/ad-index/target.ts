export type TargetKind = "KEYWORD_EXACT" | "KEYWORD_PHRASE" | "KEYWORD_BROAD" | "CATEGORY"

export const TARGET_KINDS = ["KEYWORD_EXACT", "KEYWORD_PHRASE", "KEYWORD_BROAD", "CATEGORY"] as const

/** What a page offers to targets: nothing about the visitor. */
export interface PageContext {
  /** Normalised words of the query; empty on a category page. */
  readonly words: readonly string[]
  /** Category handles from the root to the page's own; empty for a search in the whole shop. */
  readonly categoryPath: readonly string[]
}

/** The plain rule of matching; the index answers the same for all targets at once. */
export function targetMatches(kind: TargetKind, target: readonly string[], page: PageContext): boolean {
  if (target.length === 0) return false
  switch (kind) {
    case "CATEGORY":
      return page.categoryPath.includes(target[0]!)
    case "KEYWORD_EXACT":
      return target.length === page.words.length && target.every((word, at) => word === page.words[at])
    case "KEYWORD_PHRASE":
      return page.words.some((_, from) => target.every((word, at) => word === page.words[from + at]))
    case "KEYWORD_BROAD":
      return target.every((word) => page.words.includes(word))
  }
}
