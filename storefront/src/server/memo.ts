const TTL_MS = 10_000

/**
 * Keeps one answer for ten seconds in this process: shop settings, departments and shops are asked on every page.
 * Concurrent callers share one request; a failure is not kept.
 */
export function memo<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | undefined
  return () => {
    const now = Date.now()
    if (kept && now < kept.until) return kept.value
    const value = load()
    kept = { value, until: now + TTL_MS }
    value.catch(() => {
      kept = undefined
    })
    return value
  }
}
