import { marketplaceOf } from "../modules/marketplace/resolve"
import { saveOrderPolicy } from "../order-policy/order-policy"
import { acceptSellerOrder } from "../orders/accept-order"
import { sellerOrderHead } from "../orders/seller-order-head"
import { refuseLines } from "../redress/let-go"
import { serviceLevels } from "./service-levels"
import { watchServiceLevels } from "./watch"
import type { OrderDesk } from "../testing/order-desk"

/** Sellers are measured, warned, and suspended where the operator asked for it. */
export function serviceLevelScenarios(desk: OrderDesk): void {
  const { container, graphql, tokenFor, place, letters } = desk

  it("measures sellers every night, warns once, and suspends only where the operator asked for it", async () => {
    await saveOrderPolicy(container(), { levels: { minimumOrders: 1 } }, "user_1")
    desk.now = new Date()
    const sold = await place({ quantities: { shirt: 0, mug: 1, lamp: 1 } })
    const head = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
    await refuseLines(
      container(),
      head,
      { role: "SELLER", id: "m" },
      { key: "refuse-0001", lines: null, reason: "DAMAGED", note: "" },
    )
    await acceptSellerOrder(container(), await sellerOrderHead(container(), desk.shop.sellerB, { orderId: sold.id }))
    desk.now = new Date(desk.now.getTime() + 60_000)
    const levels = await serviceLevels(container(), desk.shop.sellerA, desk.now)
    expect(levels).toMatchObject({
      standing: "SUSPENDABLE",
      figures: { acceptance: { value: 0 }, cancellation: { value: 100 } },
    })
    await watchServiceLevels(container())
    await watchServiceLevels(container())
    expect((await letters("seller.levels")).map((each) => each.email).sort()).toEqual([
      "anna@tasses.example",
      "contact@gondole.example",
    ])
    const [a] = await marketplaceOf(container()).listSellers({ id: desk.shop.sellerA })
    expect(a!.state).toBe("active")
    const list = await graphql(
      `
        {
          operatorServiceLevels {
            items {
              sellerName
              standing
              figures {
                level
                standing
              }
            }
          }
        }
      `,
      {},
      tokenFor("user", "user_1"),
    )
    expect(list.data.operatorServiceLevels.items[0]).toMatchObject({
      sellerName: "Tasses & Cie",
      standing: "SUSPENDABLE",
    })

    await saveOrderPolicy(container(), { suspendAutomatically: true, levels: { minimumOrders: 1 } }, "user_1")
    desk.now = new Date(desk.now.getTime() + 86_400_000)
    await watchServiceLevels(container())
    const after = await marketplaceOf(container()).listSellers({})
    expect(after.find((each) => each.id === desk.shop.sellerA)).toMatchObject({ state: "suspended" })
    expect(after.find((each) => each.id === desk.shop.sellerA)!.state_reason).toContain("Niveaux de service")
    expect(after.find((each) => each.id === desk.shop.sellerB)).toMatchObject({ state: "active" })
    // Out of the window, out of mind.
    const later = new Date(desk.now.getTime() + 31 * 86_400_000)
    expect(await serviceLevels(container(), desk.shop.sellerA, later)).toMatchObject({ orders: 0, standing: "GOOD" })
    await expect(saveOrderPolicy(container(), { acceptWithinDays: 0 }, "u")).rejects.toMatchObject({
      code: "BAD_INPUT",
    })
  })
}
