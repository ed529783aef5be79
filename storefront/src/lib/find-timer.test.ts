import { endFind, readConsent, saveConsent, startFind } from "./find-timer"

const store = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const at = (time: string) => new Date(`2026-03-20T${time}Z`)

it("measures nothing and writes nothing before the shopper agreed, nor after they refused", () => {
  const [local, session] = [store(), store()]
  startFind(local, session, at("10:00:00"))
  saveConsent(local, session, "no", at("10:00:01"))
  startFind(local, session, at("10:00:02"))
  expect(endFind(local, session, at("10:01:00"))).toBeNull()
  expect(session.kept.size).toBe(0)
})

it("tells once how long a session took from its first query to its first article", () => {
  const [local, session] = [store(), store()]
  saveConsent(local, session, "yes", at("09:00:00"))
  expect(endFind(local, session, at("09:30:00"))).toBeNull()
  startFind(local, session, at("10:00:00"))
  startFind(local, session, at("10:01:00"))
  expect(endFind(local, session, at("10:02:05"))).toBe(125)
  startFind(local, session, at("10:03:00"))
  expect(endFind(local, session, at("10:04:00"))).toBeNull()
})

it("tells nothing of who went away for hours, and forgets at once who changes their mind", () => {
  const [local, session] = [store(), store()]
  saveConsent(local, session, "yes", at("09:00:00"))
  startFind(local, session, at("10:00:00"))
  expect(endFind(local, session, at("12:00:01"))).toBeNull()
  const later = store()
  startFind(local, later, at("13:00:00"))
  saveConsent(local, later, "no", at("13:01:00"))
  expect([later.kept.size, endFind(local, later, at("13:02:00"))]).toEqual([0, null])
})

it("asks again after six months", () => {
  const [local, session] = [store(), store()]
  saveConsent(local, session, "yes", new Date("2026-01-10T10:00:00Z"))
  expect(readConsent(local, new Date("2026-07-10T09:00:00Z"))).toBe("yes")
  expect(readConsent(local, new Date("2026-07-10T11:00:00Z"))).toBeNull()
})
