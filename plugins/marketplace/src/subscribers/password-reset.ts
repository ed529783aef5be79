import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AuthWorkflowEvents } from "@medusajs/framework/utils"
import { type PasswordResetAsked, tellPasswordReset } from "../sign-in/tell-password-reset"

/** Whichever way it was asked for: on our pages or by Medusa's own route. */
export default async function passwordReset({ event, container }: SubscriberArgs<PasswordResetAsked>): Promise<void> {
  await tellPasswordReset(container, event.data)
}

export const config: SubscriberConfig = {
  event: AuthWorkflowEvents.PASSWORD_RESET,
  context: { subscriberId: "marketplace-password-reset" },
}
