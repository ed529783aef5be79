import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { storeReturnsOf } from "../modules/store-returns/resolve"

const DAYS = 90

/** Pictures of returned goods are deleted after 90 days. */
export default async function forgetPictures(container: MedusaContainer): Promise<void> {
  const takenBefore = new Date(clockOf(container).now().getTime() - DAYS * 86_400_000)
  await storeReturnsOf(container).forgetPictures(takenBefore)
}

export const config = { name: "forget-return-pictures", schedule: "17 3 * * *" }
