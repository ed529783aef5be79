import type { MedusaContainer } from "@medusajs/framework/types"
import { sealActs } from "../trail/seal-acts"

export default async function sealActsJob(container: MedusaContainer): Promise<void> {
  await sealActs(container)
}

export const config = { name: "seal-acts", schedule: { interval: 10_000 } }
