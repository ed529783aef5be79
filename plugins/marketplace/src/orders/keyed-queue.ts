export interface KeyedQueue {
  /** Runs at most one job a key, and at most `concurrency` in all; a job that waits too long throws `late()`. */
  run<T>(key: string, late: () => Error, job: () => Promise<T>): Promise<T>
}

/** Lets waiters wait in memory, where they cost nothing, and not in the database, where each holds a connection. */
export function keyedQueue(options: { concurrency: number; timeoutMs: number }): KeyedQueue {
  const busy = new Set<string>()
  const waiting: { key: string; start: () => void }[] = []
  let running = 0

  const next = () => {
    while (running < options.concurrency) {
      const index = waiting.findIndex((waiter) => !busy.has(waiter.key))
      const waiter = waiting[index]
      if (!waiter) return
      waiting.splice(index, 1)
      busy.add(waiter.key)
      running += 1
      waiter.start()
    }
  }

  const turn = (key: string, late: () => Error) =>
    new Promise<void>((resolve, reject) => {
      const waiter = {
        key,
        start: () => {
          clearTimeout(timer)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        const index = waiting.indexOf(waiter)
        if (index < 0) return
        waiting.splice(index, 1)
        reject(late())
      }, options.timeoutMs)
      waiting.push(waiter)
      next()
    })

  return {
    async run(key, late, job) {
      await turn(key, late)
      try {
        return await job()
      } finally {
        busy.delete(key)
        running -= 1
        next()
      }
    },
  }
}
