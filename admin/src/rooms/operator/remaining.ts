/** Rate so far and time left; nothing while too little is known to say so. */
export function remaining(
  run: { done: number; total: number; startedAt: string },
  now: number,
): { perSecond: number; minutes: number } | undefined {
  const seconds = (now - Date.parse(run.startedAt)) / 1000
  if (run.done <= 0 || seconds < 1) return undefined
  const perSecond = run.done / seconds
  return { perSecond: Math.round(perSecond), minutes: Math.ceil(Math.max(0, run.total - run.done) / perSecond / 60) }
}
