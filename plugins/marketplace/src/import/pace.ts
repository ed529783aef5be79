/** How many records are written at once. */
export interface Pace {
  readonly least: number
  readonly most: number
  /** What a chunk may take: others wait for no longer for the seller's lock, and kill -9 loses no more work. */
  readonly aimMs: number
}

/**
 * The size of the next chunk by what the last one took: large chunks cost fewer questions to the database for each record,
 * small ones keep an overloaded process answering. At most doubled or halved, so that one odd chunk does not decide.
 */
export function nextSize(pace: Pace, last: { readonly size: number; readonly ms: number }): number {
  const fitting = last.ms <= 0 ? pace.most : Math.floor((last.size * pace.aimMs) / last.ms)
  const near = Math.min(last.size * 2, Math.max(Math.ceil(last.size / 2), fitting))
  return Math.min(pace.most, Math.max(pace.least, near))
}
