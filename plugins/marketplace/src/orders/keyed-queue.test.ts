import { keyedQueue } from "./keyed-queue"

const late = () => new Error("late")
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe("keyed queue", () => {
  it("runs one job a key in order of arrival and other keys beside it", async () => {
    const queue = keyedQueue({ concurrency: 2, timeoutMs: 1000 })
    const log: string[] = []
    let together = 0
    let most = 0
    const job = (key: string, name: string) =>
      queue.run(key, late, async () => {
        most = Math.max(most, ++together)
        log.push(`+${name}`)
        await pause(5)
        log.push(`-${name}`)
        together -= 1
      })
    await Promise.all([job("a", "a1"), job("a", "a2"), job("b", "b1"), job("c", "c1")])
    expect(most).toBe(2)
    expect(log.indexOf("-a1")).toBeLessThan(log.indexOf("+a2"))
  })

  it("gives the turn on after a failure and refuses who waited too long", async () => {
    const queue = keyedQueue({ concurrency: 4, timeoutMs: 20 })
    await expect(queue.run("a", late, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
    const slow = queue.run("a", late, () => pause(60))
    await expect(queue.run("a", late, () => pause(0))).rejects.toThrow("late")
    await slow
    await expect(queue.run("a", late, () => Promise.resolve(7))).resolves.toBe(7)
  })
})
