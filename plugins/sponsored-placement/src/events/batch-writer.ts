interface Waiting<T> {
  readonly row: T
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Many small writes as few large ones. `write` answers when its row is in the database and not before: what the caller
 * was told is kept cannot be lost by a crash. A batch goes out when it is full or when its first row has waited.
 */
export class BatchWriter<T> {
  #waiting: Waiting<T>[] = []
  #timer: NodeJS.Timeout | null = null
  #underWay: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly save: (rows: readonly T[]) => Promise<void>,
    private readonly limits: { readonly rows: number; readonly waitMs: number },
  ) {}

  write(row: T): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ row, done, failed })
      if (this.#waiting.length >= this.limits.rows) this.#send()
      else this.#timer ??= setTimeout(() => this.#send(), this.limits.waitMs)
    })
  }

  /** Resolves when everything that was given so far is written or has failed. */
  async flush(): Promise<void> {
    this.#send()
    await this.#underWay
  }

  #send(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    const sent = this.save(batch.map(({ row }) => row)).then(
      () => batch.forEach(({ done }) => done()),
      (error) => batch.forEach(({ failed }) => failed(error)),
    )
    this.#underWay = Promise.all([this.#underWay, sent])
  }
}
