/** Counts per key in a sliding window, in this process; the oldest keys go first when there are too many. */
export class Velocity {
  readonly #seen = new Map<string, number[]>()

  constructor(
    private readonly windowMs: number,
    private readonly mostKeys = 50_000,
  ) {}

  /** Takes note, and says how often the key was seen in the window before. */
  before(key: string, now: number): number {
    const recent = (this.#seen.get(key) ?? []).filter((at) => now - at < this.windowMs)
    this.#seen.delete(key)
    this.#seen.set(key, [...recent, now])
    if (this.#seen.size > this.mostKeys) this.#seen.delete(this.#seen.keys().next().value!)
    return recent.length
  }
}
