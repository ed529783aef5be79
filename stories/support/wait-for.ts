/** Asks until the answer is there: for what the marketplace promises within seconds. */
export async function waitFor<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`${what}: not after ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
