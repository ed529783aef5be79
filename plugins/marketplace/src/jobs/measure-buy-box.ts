import type { MedusaContainer } from "@medusajs/framework/types"
import { measureQualities } from "../buy-box/seller-quality"
import { measureShare } from "../buy-box/measure-share"

export default async function measureBuyBoxJob(container: MedusaContainer): Promise<void> {
  await measureQualities(container)
  await measureShare(container)
}

export const config = { name: "measure-buy-box", schedule: "41 */6 * * *" }
