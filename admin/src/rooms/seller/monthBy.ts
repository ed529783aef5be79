/** "2026-01" and -1 → "2025-12". */
export function monthBy(month: string, step: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number)
  const index = year * 12 + number - 1 + step
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`
}
