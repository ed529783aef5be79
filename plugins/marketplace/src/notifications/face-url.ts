import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The address of a page of a face: the first one that CORS lets in. */
export function faceUrl(
  container: Pick<MedusaContainer, "resolve">,
  face: "portal" | "storefront",
  path: string,
): string {
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const [origin = ""] = (face === "portal" ? http.adminCors : http.storeCors).split(",")
  return new URL(path, origin).toString()
}
