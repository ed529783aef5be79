import { signOrderToken, verifyOrderToken } from "./access-token"

describe("order access token", () => {
  const token = signOrderToken("secret", "order_1")

  it("opens the order it was made for", () => {
    expect(verifyOrderToken("secret", token)).toBe("order_1")
  })

  it("opens nothing when changed anywhere, signed with another secret or made up", () => {
    expect(verifyOrderToken("secret", token.replace("order_1", "order_2"))).toBeNull()
    expect(verifyOrderToken("secret", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBeNull()
    expect(verifyOrderToken("other", token)).toBeNull()
    for (const bad of ["", ".", "order_1", "order_1.", `.${token}`, "x".repeat(1000)])
      expect(verifyOrderToken("secret", bad)).toBeNull()
  })
})
