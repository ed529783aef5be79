export interface Timing {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  /** One after the other, on one core. */
  readonly perSecond: number
}

/** Of single durations in milliseconds; nearest rank. */
export function timingOf(durations: Float64Array | readonly number[]): Timing {
  const sorted = Float64Array.from(durations).sort()
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  const total = sorted.reduce((a, b) => a + b, 0)
  return {
    count: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    perSecond: Math.round((sorted.length * 1000) / total),
  }
}
