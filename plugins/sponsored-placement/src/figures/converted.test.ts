import fc from "fast-check"
import { type ClickedProduct, converted } from "./converted"

const click = (productId: string, day: string, clicks: number): ClickedProduct => ({
  campaignId: "c",
  name: "Automne",
  advertiser: "Cap Armen",
  productId,
  day,
  clicks,
})

describe("conversion of clicks", () => {
  it("counts orders of the clicked product on the day of the click, one a click at the most", () => {
    const clicked = [click("pull", "2026-03-01", 8), click("pull", "2026-03-02", 2), click("bonnet", "2026-03-01", 5)]
    const sold = [
      { productId: "pull", day: "2026-03-01", orders: 3 },
      { productId: "pull", day: "2026-03-02", orders: 4 },
      { productId: "bonnet", day: "2026-03-03", orders: 9 },
      { productId: "mug", day: "2026-03-01", orders: 7 },
    ]
    expect(converted(clicked, sold).map(({ orders }) => orders)).toEqual([3, 2, 0])
  })

  it("never converts more than was clicked", () => {
    const product = fc.constantFrom("a", "b")
    const day = fc.constantFrom("2026-03-01", "2026-03-02")
    const clicks = fc.array(fc.record({ product, day, clicks: fc.integer({ min: 1, max: 9 }) }))
    const sales = fc.array(fc.record({ productId: product, day, orders: fc.nat(20) }))
    fc.assert(
      fc.property(clicks, sales, (given, sold) => {
        const rows = converted(
          given.map((each) => click(each.product, each.day, each.clicks)),
          sold,
        )
        expect(rows.every((row) => row.orders >= 0 && row.orders <= row.clicks)).toBe(true)
      }),
    )
  })
})
