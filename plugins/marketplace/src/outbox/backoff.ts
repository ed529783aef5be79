const MINUTE = 60_000

/** Waits after the first, second, … failed try; after the last one nothing is tried any more. Two days in all. */
export const WAITS: readonly number[] = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE)

/** When to try again after `failed` failures; null when it is given up. */
export function nextTry(failed: number, now: Date): Date | null {
  const wait = WAITS[failed - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}

/** A row that was claimed and not settled for so long belonged to a process that died. */
export const LEASE_MS = 5 * MINUTE
