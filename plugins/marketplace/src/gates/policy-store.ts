import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import { readSetting, saveSetting } from "../catalogue/settings"
import { readCategories } from "../read-model/read-categories"
import { DEFAULT_POLICY, type ListingPolicy } from "./listing-gates"
import { refreshGates } from "./refresh-gates"

export const readPolicy = (container: MedusaContainer): Promise<ListingPolicy> =>
  readSetting(container, "listing_policy", DEFAULT_POLICY)

/**
 * The operator's policy; every sheet and offer is looked at again.
 * @throws BAD_INPUT for a category that does not exist
 */
export async function savePolicy(container: MedusaContainer, policy: ListingPolicy, actor: string): Promise<void> {
  const known = new Set([...(await readCategories(container)).values()].map((category) => category.handle))
  const unknown = [...policy.rules, ...policy.epr].flatMap((rule) => rule.categories).filter((h) => !known.has(h))
  if (unknown.length > 0) throw badInput(`Unknown categories: ${[...new Set(unknown)].join(", ")}`)
  await saveSetting(container, { key: "listing_policy", value: policy, actor })
  await refreshGates(container)
}
