import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

/** What the operator decides about the catalogue, by key. */
export type SettingKey = "listing_policy" | "buy_box" | "proposals" | "seller_quality" | "random_checks"

export async function readSetting<T>(container: MedusaContainer, key: SettingKey, usual: T): Promise<T> {
  const row = (await knexOf(container)("marketplace_catalogue_setting").where({ key }).first("value")) as
    { value: T } | undefined
  return row ? { ...usual, ...row.value } : usual
}

export async function saveSetting<T extends object>(
  container: MedusaContainer,
  change: { readonly key: SettingKey; readonly value: T; readonly actor: string },
): Promise<void> {
  const row = {
    key: change.key,
    value: JSON.stringify(change.value),
    actor: change.actor,
    at: clockOf(container).now(),
  }
  await knexOf(container)("marketplace_catalogue_setting").insert(row).onConflict("key").merge()
}
