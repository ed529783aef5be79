import { drawRandomChecks, type FindsSeen, recordFinds } from "@gondola/marketplace"
import { articles } from "./drafts"
import type { House } from "./open-house"
import type { Stage } from "./stage"

const TRAIN = "Train en bois «Express de midi»"
const FIND_DAYS = 30

interface Drawn {
  readonly id: string
  readonly sellerId: string | null
}

/** A week of random checks with one that found something and was mended, a toy that is recalled, and how long finding takes. */
export async function showGoods(stage: Stage, house: House): Promise<void> {
  const { container } = stage
  stage.daysAgo(1.2)
  await drawRandomChecks(container)
  stage.daysAgo(0.6)
  const { randomChecks } = await stage.ask<{ randomChecks: { items: Drawn[] } }>(
    house.operator,
    "{ randomChecks(waiting: true, pageSize: 50) { items { id sellerId } } }",
  )
  const [fine] = randomChecks.items
  if (fine) await stage.ask(house.operator, `mutation { recordCheck(id: "${fine.id}", outcome: OK) { id } }`)
  const train = house.products[articles.findIndex(({ title }) => title[0] === TRAIN)]
  if (!train) throw new Error(`The demonstration sells no ${TRAIN}`)
  await stage.ask(house.operator, `mutation($input: TakedownInput!) { takeDownProduct(input: $input) { id } }`, {
    input: {
      key: "demo-train",
      kind: "RECALL",
      productId: train.productId,
      reason: "Les roues peuvent se détacher et être avalées par un enfant de moins de trois ans.",
      redress:
        "Ne laissez plus ce jouet aux enfants. Rapportez-le dans un de nos magasins ou renvoyez-le sans frais : vous êtes remboursé en entier.",
    },
  })
  const finds: FindsSeen[] = []
  for (let ago = FIND_DAYS; ago >= 0; ago--) {
    stage.daysAgo(ago)
    house.products.slice(0, 12).forEach(({ productId }, index) => {
      const seconds = 25 + ((index * 37 + ago * 13) % 140)
      finds.push({ at: stage.now, productId, seconds, finds: 1 + ((index + ago) % 2) })
    })
  }
  await recordFinds(container, finds)
  stage.daysAgo(0)
  stage.tell("offers were checked at random, a toy is recalled")
}
