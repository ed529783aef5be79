import { viewQuery } from "./views"

test("a view is its filters, in whatever order they were set, without the page", () => {
  expect(viewQuery(new URLSearchParams("state=ACTIVE&page=7&q=mug"))).toBe("q=mug&state=ACTIVE")
  expect(viewQuery(new URLSearchParams("q=mug&state=ACTIVE&open=offer_1"))).toBe("q=mug&state=ACTIVE")
})
