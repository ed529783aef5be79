import { pageTick, tickedRange, toggled, toggledPage } from "./selection"

const page = ["a", "b", "c"]

test("a tick stays when another page is ticked and freed", () => {
  const other = toggled(new Set<string>(), "z")
  const all = toggledPage(other, page)
  expect([...all]).toEqual(["z", "a", "b", "c"])
  expect([...toggledPage(all, page)]).toEqual(["z"])
  expect(pageTick(all, page)).toBe("all")
  expect(pageTick(toggled(all, "b"), page)).toBe("some")
  expect(pageTick(other, page)).toBe("none")
})

test("a page ticked in part is ticked whole first", () => {
  expect([...toggledPage(new Set(["b"]), page)]).toEqual(["b", "a", "c"])
})

test("a range goes both ways and needs both ends on the page", () => {
  expect([...tickedRange(new Set(["c"]), page, { from: "c", to: "a" })].sort()).toEqual(page)
  expect([...tickedRange(new Set(["z"]), page, { from: "z", to: "a" })].sort()).toEqual(["a", "z"])
})
