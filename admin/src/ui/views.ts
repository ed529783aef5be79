/** A list's filters under a name of the reader's. */
export interface SavedView {
  name: string
  /** The list's address without its page. */
  query: string
}

export const isViews = (value: unknown): value is SavedView[] =>
  Array.isArray(value) &&
  value.every(
    (each: unknown) =>
      typeof each === "object" &&
      each !== null &&
      typeof (each as SavedView).name === "string" &&
      typeof (each as SavedView).query === "string",
  )

/** Filters alone make a view: which page is open and which record is looked at do not. */
export function viewQuery(address: URLSearchParams, passing: readonly string[] = ["page", "open"]): string {
  const kept = new URLSearchParams([...address].filter(([key]) => !passing.includes(key)))
  kept.sort()
  return kept.toString()
}

/** The same name again replaces the view. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] => {
  const others = views.filter((each) => each.name.toLowerCase() !== view.name.toLowerCase())
  return [...others, view].sort((a, b) => a.name.localeCompare(b.name))
}
