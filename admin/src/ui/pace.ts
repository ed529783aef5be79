export interface Pace {
  perSecond: number
  /** Until it is done, at this pace; undefined when the whole is unknown. */
  secondsLeft: number | undefined
}

const TOO_EARLY_MS = 2_000

/** How fast a long work goes and how long it still takes; nothing in its first seconds, which tell little. */
export function paceOf(work: { done: number; total: number | null; startedAt: string }, now: number): Pace | undefined {
  const spent = now - Date.parse(work.startedAt)
  if (work.done <= 0 || spent < TOO_EARLY_MS) return undefined
  const perSecond = (1000 * work.done) / spent
  const left = work.total === null ? undefined : Math.max(0, work.total - work.done) / perSecond
  return { perSecond, secondsLeft: left === undefined ? undefined : Math.ceil(left) }
}
