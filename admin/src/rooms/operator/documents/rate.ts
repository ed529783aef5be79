/** «0,9245» or «0.9245» euros a unit, in millionths; null for anything else. */
export function microsOfRate(text: string): number | null {
  const match = /^\s*(\d{1,3})(?:[.,](\d{1,6}))?\s*$/.exec(text)
  if (!match) return null
  const micros = Number(match[1]) * 1_000_000 + Number((match[2] ?? "").padEnd(6, "0"))
  return micros > 0 ? micros : null
}
