/** A value kept in this browser; whatever cannot be read or written only costs the comfort. */
export const stored = {
  read<T>(key: string, otherwise: T, fits: (value: unknown) => value is T): T {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null")
      return fits(value) ? value : otherwise
    } catch {
      return otherwise
    }
  },
  write(key: string, value: unknown): void {
    try {
      localStorage.setItem(key, JSON.stringify(value))
    } catch {
      // A full or closed storage: the choice lasts as long as the page.
    }
  },
}

export const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string")
