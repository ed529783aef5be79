import type { MedusaContainer } from "@medusajs/framework/types"
import { remindTaxData } from "../dac7/remind"

export default async function remindTaxDataJob(container: MedusaContainer): Promise<void> {
  await remindTaxData(container)
}

export const config = { name: "remind-tax-data", schedule: { interval: 60 * 60_000 } }
