import { quantityField, readWithdrawal } from "./withdrawal-lines"

const lines = [
  { lineId: "a", available: 2, excludedBecause: null },
  { lineId: "b", available: 1, excludedBecause: "L221-28 3°" },
  { lineId: "c", available: 0, excludedBecause: null },
]

describe("readWithdrawal", () => {
  test("takes what was chosen", () =>
    expect(readWithdrawal({ [quantityField("a")]: "1" }, lines)).toEqual([{ lineId: "a", quantity: 1 }]))

  test("never more than is left, nor what is excluded, gone or unknown", () => {
    const asked = { "q.a": "9", "q.b": "1", "q.c": "1", "q.z": "1" }
    expect(readWithdrawal(asked, lines)).toEqual([{ lineId: "a", quantity: 2 }])
  })

  test.each(["0", "-1", "1.5", "x", ""])("reads %j as nothing", (text) =>
    expect(readWithdrawal({ "q.a": text }, lines)).toEqual([]),
  )
})
