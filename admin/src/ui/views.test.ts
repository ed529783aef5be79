import { isViews, viewQuery, withView } from "./views"

test("a view is its filters, in whatever order they were set, without the page", () => {
  expect(viewQuery(new URLSearchParams("state=ACTIVE&page=7&q=mug"))).toBe("q=mug&state=ACTIVE")
  expect(viewQuery(new URLSearchParams("q=mug&state=ACTIVE&open=offer_1"))).toBe("q=mug&state=ACTIVE")
})

test("a name that was there is replaced, whatever its capitals", () => {
  const views = withView([{ name: "Late", query: "a=1" }], { name: "late", query: "a=2" })
  expect(views).toEqual([{ name: "late", query: "a=2" }])
  expect(withView(views, { name: "All", query: "" }).map((view) => view.name)).toEqual(["All", "late"])
})

test("what is not a list of views is not taken for one", () => {
  expect(isViews([{ name: "x", query: "" }])).toBe(true)
  for (const bad of [null, {}, [1], [null], [{ name: "x" }]]) expect(isViews(bad)).toBe(false)
})
