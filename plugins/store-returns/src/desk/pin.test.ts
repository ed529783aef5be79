import { assertPin, deskTokenHash, hashPin, newDeskToken, pinMatches } from "./pin"

describe("PIN", () => {
  it("matches itself only, and never hashes the same twice", async () => {
    const hash = await hashPin("4071")
    expect(hash).not.toContain("4071")
    expect(await hashPin("4071")).not.toBe(hash)
    expect(await pinMatches("4071", hash)).toBe(true)
    expect(await pinMatches("4072", hash)).toBe(false)
    expect(await pinMatches("", hash)).toBe(false)
    expect(await pinMatches("4071", "plain$4071")).toBe(false)
  })

  it.each(["1234", "0000", "123", "123456789", "40a1", "99999999"])("refuses %s", (pin) => {
    expect(() => assertPin(pin)).toThrow()
  })

  it("hands out long tokens and keeps their hash", () => {
    const token = newDeskToken()
    expect(token).toHaveLength(43)
    expect(deskTokenHash(token)).not.toBe(token)
    expect(newDeskToken()).not.toBe(token)
  })
})
