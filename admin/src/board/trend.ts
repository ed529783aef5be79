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

/** Points of a line in a box of 100 × 24; a day without a value is passed over. */
export function sparkline(days: readonly { value: number | null }[]): string {
  const known = days.flatMap((day) => day.value ?? [])
  const most = Math.max(...known, 0)
  const least = Math.min(...known, most)
  const height = most - least || 1
  const last = Math.max(1, days.length - 1)
  return days
    .flatMap(({ value }, index) =>
      value === null ? [] : [`${round((100 * index) / last)},${round(22 - (20 * (value - least)) / height)}`],
    )
    .join(" ")
}

const round = (value: number): number => Math.round(value * 10) / 10
