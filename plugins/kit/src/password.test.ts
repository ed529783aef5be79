import { assertStrongPassword } from "./password"

describe("assertStrongPassword", () => {
  it.each(["short", "password123", "azertyuiop12", "marie.dupont@example.fr"])("refuses %s", (password) => {
    expect(() => assertStrongPassword(password, ["marie.dupont@example.fr"])).toThrow(
      expect.objectContaining({ code: "PASSWORD_TOO_WEAK" }),
    )
  })

  it("accepts several unusual words", () => {
    expect(() => assertStrongPassword("lampe-bocal-tandem-91")).not.toThrow()
  })
})
