import { badInput, GondolaError, revived } from "./errors"

describe("an error that went through a workflow", () => {
  it("comes back with its code, message and details", () => {
    const thrown = badInput("Give a name", { field: "name" })
    const handedOn: unknown = { ...thrown, name: thrown.name, message: thrown.message, stack: thrown.stack }
    const back = revived(handedOn)
    expect(back).toBeInstanceOf(GondolaError)
    expect(back).toMatchObject({ code: "BAD_INPUT", message: "Give a name", options: { details: { field: "name" } } })
  })

  it("stays what it was when it was an error, and becomes one when it was not", () => {
    const bug = new TypeError("undefined is not a function")
    expect(revived(bug)).toBe(bug)
    expect(revived({ message: "lost", __isMedusaError: true })).toMatchObject({
      message: "lost",
      __isMedusaError: true,
    })
    expect(revived({ message: "lost" })).toBeInstanceOf(Error)
    expect(revived(undefined)).toBeUndefined()
  })
})
