/** Counts per key in a sliding window, in this process; the oldest keys go first when there are too many. */
export class Velocity {
  readonly #seen = new Map<string, { at: number; event: string }[]>()

  constructor(
    private readonly windowMs: number,
    private readonly mostKeys = 50_000,
  ) {}

  /**
   * Takes note, and says how often the key was seen in the window before.
   * @param event counted once: the same event sent twice by a shaky line must not make its first arrival suspicious
   */
  before(key: string, now: number, event = ""): number {
    const recent = (this.#seen.get(key) ?? []).filter(
      (seen) => now - seen.at < this.windowMs && (event === "" || seen.event !== event),
    )
    this.#seen.delete(key)
    this.#seen.set(key, [...recent, { at: now, event }])
    if (this.#seen.size > this.mostKeys) this.#seen.delete(this.#seen.keys().next().value!)
    return recent.length
  }
}
