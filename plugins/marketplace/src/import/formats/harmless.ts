/**
 * Text of a cell without what a spreadsheet would run: `=HYPERLINK(…)`, `+1+1`, `@SUM(…)`. A dash before a digit stays:
 * it is a number.
 */
export const plainText = (text: string): string => text.replace(/^(?:[=+@\t\r]|-(?!\d))+/, "").trim()

/** The same cell made harmless for writing: it stays readable, and is shown as text. */
export const harmlessCell = (text: string): string => (plainText(text) === text.trim() ? text : `'${text}`)
