import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { readSetting, saveSetting } from "../catalogue/settings"
import { marketplaceOf } from "../modules/marketplace/resolve"
import type { LevelFigures } from "../service-levels/levels"
import { serviceLevels } from "../service-levels/service-levels"

type Rates = Pick<LevelFigures, "lateShipment" | "cancellation" | "incidents">

/** 1 without a fault; a fault in every order of one kind takes all of it. What has too few orders to measure counts as 1. */
export function qualityOf(rates: { readonly [K in keyof Rates]: { readonly value: number | null } }): number {
  const worst = [rates.lateShipment.value, rates.cancellation.value, rates.incidents.value]
  const faults = worst.reduce<number>((sum, percent) => sum + (percent ?? 0) / 100, 0)
  return Math.max(0, Math.round((1 - faults) * 1000) / 1000)
}

/** By seller id, as it was measured last; the retailer and whoever is not in it counts as 1. */
export const readQualities = (container: MedusaContainer): Promise<Record<string, number>> =>
  readSetting<Record<string, number>>(container, "seller_quality", {})

/** Measures every active seller over the window of the service levels. */
export async function measureQualities(container: MedusaContainer): Promise<void> {
  const now = clockOf(container).now()
  const sellers = await marketplaceOf(container).listSellers({ state: "active" }, { take: 100_000, select: ["id"] })
  const value: Record<string, number> = {}
  for (const { id } of sellers) value[id] = qualityOf((await serviceLevels(container, id, now)).figures)
  await saveSetting(container, { key: "seller_quality", value, actor: "clock" })
}
