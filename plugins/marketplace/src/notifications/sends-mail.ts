import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

interface Providers {
  readonly options?: {
    readonly providers?: readonly { readonly id?: string; readonly options?: { smtpUrl?: string } }[]
  }
}

/** Whether a mail server is configured; without one the sink keeps every mail. */
export function sendsMail(container: Pick<MedusaContainer, "resolve">): boolean {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const notification = modules?.[Modules.NOTIFICATION] as Providers | undefined
  return Boolean(notification?.options?.providers?.some((each) => each.id === "mail" && each.options?.smtpUrl))
}
