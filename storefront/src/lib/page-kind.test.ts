import { cameFromOutside, pageKind } from "./page-kind"

test("an address tells the sort of its page", () => {
  expect(["/", "/search?q=lampe", "/c/luminaires", "/p/lampe-aube", "/seller/lueur", "/basket"].map(pageKind)).toEqual([
    "home",
    "other",
    "category",
    "product",
    "seller",
    "other",
  ])
  expect(pageKind("/search")).toBe("search")
})

test("a session begins where the shopper comes from outside, not by a reload", () => {
  const arrival = { referrer: "", origin: "https://shop.example", navigation: "navigate" }
  expect(cameFromOutside(arrival)).toBe(true)
  expect(cameFromOutside({ ...arrival, referrer: "https://search.example/?q=lampe" })).toBe(true)
  expect(cameFromOutside({ ...arrival, referrer: "https://shop.example/fr" })).toBe(false)
  expect(cameFromOutside({ ...arrival, navigation: "reload" })).toBe(false)
  expect(cameFromOutside({ ...arrival, navigation: "back_forward" })).toBe(false)
  expect(cameFromOutside({ ...arrival, referrer: "android-app://x y" })).toBe(true)
})
