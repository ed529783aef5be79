import type { Figure } from "./board"

export interface Trend {
  /** In percent of the period before, or in points for a share. */
  change: number
  points: boolean
  mood: "good" | "bad" | "neutral"
}

/** How a figure moved since the period before; nothing where one of the two was not measured or was 0. */
export function trendOf({
  value,
  previous,
  unit,
  better,
}: Pick<Figure, "value" | "previous" | "unit" | "better">): Trend | undefined {
  if (value === null || previous === null) return undefined
  const points = unit === "PERCENT"
  if (!points && previous === 0) return undefined
  const change = points ? value - previous : (100 * (value - previous)) / previous
  const flat = Math.abs(change) < 0.05
  const mood = flat || better === null ? "neutral" : change > 0 === (better === "UP") ? "good" : "bad"
  return { change, points, mood }
}

/** Whether the target is met; undefined without a target or a value. */
export function targetMet({ value, target, better }: Pick<Figure, "value" | "target" | "better">): boolean | undefined {
  if (value === null || target === null) return undefined
  return better === "DOWN" ? value <= target : value >= target
}

/** Points of a line in a box of 100 × 24, with a break where a day was not measured. */
export function sparkline(days: readonly { value: number | null }[]): string[] {
  const known = days.flatMap((day) => day.value ?? [])
  const most = Math.max(...known, 0)
  const least = Math.min(...known, most)
  const height = most - least || 1
  const lines: string[] = []
  let line: string[] = []
  days.forEach(({ value }, index) => {
    if (value === null) {
      if (line.length > 1) lines.push(line.join(" "))
      line = []
      return
    }
    const x = days.length > 1 ? (100 * index) / (days.length - 1) : 0
    line.push(`${round(x)},${round(22 - (20 * (value - least)) / height)}`)
  })
  if (line.length > 1) lines.push(line.join(" "))
  return lines
}

const round = (value: number): number => Math.round(value * 10) / 10
