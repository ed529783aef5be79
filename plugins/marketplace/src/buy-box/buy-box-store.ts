import type { MedusaContainer } from "@medusajs/framework/types"
import { readSetting, saveSetting } from "../catalogue/settings"
import { knexOf } from "../modules/marketplace/resolve"
import { type BuyBoxSetting, checkSetting, DEFAULT_SETTING } from "./strategies"

export const readBuyBox = (container: MedusaContainer): Promise<BuyBoxSetting> =>
  readSetting(container, "buy_box", DEFAULT_SETTING)

/** The shelf shows the new winners as it is read; the index learns of every product that has a choice. */
export async function saveBuyBox(container: MedusaContainer, setting: BuyBoxSetting, actor: string): Promise<void> {
  await saveSetting(container, { key: "buy_box", value: checkSetting(setting), actor })
  const knex = knexOf(container)
  await knex("marketplace_product_sheet")
    .whereIn("product_id", knex("marketplace_offer").where({ state: "active" }).select("catalogue_product_id"))
    .update({ updated_at: knex.fn.now() })
}
