import type { TargetKind } from "../ad-index/target"

/** As search advertisers write them: [exact], "phrase", broad; a category by its handle. */
export function targetLabel({ kind, value }: { readonly kind: TargetKind; readonly value: string }): string {
  switch (kind) {
    case "KEYWORD_EXACT":
      return `[${value}]`
    case "KEYWORD_PHRASE":
      return `"${value}"`
    case "KEYWORD_BROAD":
      return value
    case "CATEGORY":
      return `› ${value}`
  }
}
