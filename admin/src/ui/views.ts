/** A list's filters under a name of the reader's. */
export interface SavedView {
  name: string
  /** The list's address without its page. */
  query: string
}

/** Filters alone make a view: which page is open and which record is looked at do not. */
export function viewQuery(address: URLSearchParams, passing: readonly string[] = ["page", "open"]): string {
  const kept = new URLSearchParams([...address].filter(([key]) => !passing.includes(key)))
  kept.sort()
  return kept.toString()
}
