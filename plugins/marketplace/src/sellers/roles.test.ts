import { carries, DUTIES, dutiesOf, ROLES } from "./roles"

describe("roles of a seller's team", () => {
  it("lets the owner do everything and a reader nothing", () => {
    expect(dutiesOf("owner")).toEqual(DUTIES)
    expect(dutiesOf("read_only")).toEqual([])
  })

  it.each(["catalogue", "orders", "finance"] as const)("keeps %s to its own duty", (role) => {
    expect(DUTIES.filter((duty) => carries(role, duty))).toEqual([role])
  })

  it("leaves the team to owners alone", () => {
    expect(ROLES.filter((role) => carries(role, "team"))).toEqual(["owner"])
  })
})
