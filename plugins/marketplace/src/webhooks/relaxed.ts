import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Whether endpoints may be http and in own networks: the option `relaxedWebhooks`, on outside production. */
export function hasRelaxedWebhooks(container: Pick<MedusaContainer, "resolve">): boolean {
  const { plugins } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return plugins.some(
    (plugin) =>
      typeof plugin !== "string" &&
      plugin.resolve === "@gondola/marketplace" &&
      (plugin.options as { relaxedWebhooks?: boolean } | undefined)?.relaxedWebhooks === true,
  )
}
