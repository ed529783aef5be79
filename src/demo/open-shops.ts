import type { SignedIn } from "@gondola/kit"
import { createShop, createStaff, stockShop } from "@gondola/store-returns"
import { PASSWORD, shops } from "./content/house"
import { articles } from "./drafts"
import type { House } from "./open-house"
import type { Stage } from "./stage"

/** The two shops with their people, and the part of the range that each has on its shelves. */
export async function openShops(stage: Stage, { products }: House): Promise<{ readonly clerk: SignedIn }> {
  stage.daysAgo(80)
  let clerk: SignedIn | undefined
  for (const [place, { staff, ...shop }] of shops.entries()) {
    await createShop(stage.container, shop)
    for (const person of staff) {
      const { id } = await createStaff(stage.container, { ...person, shopHandle: shop.handle, password: PASSWORD })
      clerk ??= { actor: "SHOP_STAFF", id }
    }
    const stock = articles.flatMap((article, index) =>
      // Lyon is the larger shop; neither keeps what only a seller has.
      article.only || (index + place) % (place === 0 ? 4 : 2) === 1
        ? []
        : (products[index]?.variantIds ?? []).map((variantId) => ({ variantId, quantity: 3 + ((index + place) % 6) })),
    )
    await stockShop(stage.container, shop.handle, stock)
    stage.tell(`${shop.name} is open`)
  }
  if (!clerk) throw new Error("No shop has anybody at its counter")
  return { clerk }
}
