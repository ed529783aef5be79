import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { notify } from "../notifications/notify"
import { recordAct } from "../trail/record-act"
import { changedLetter } from "./letters"
import { endSessions } from "./session-end"

/** After a password was set with a link: nobody stays signed in with the old one, and its owner is told. */
export async function passwordChanged(
  container: MedusaContainer,
  { authIdentityId, email, key }: { authIdentityId: string; email: string; key: string },
): Promise<void> {
  await knexOf(container).transaction(async (trx) => {
    await endSessions(trx, authIdentityId)
    await recordAct(
      container,
      {
        actor: { type: "GUEST", id: "reset-link" },
        action: "account.reset_password",
        subject: { type: "auth_identity", id: authIdentityId },
      },
      trx,
    )
    await notify(
      container,
      { key: `password-changed:${key}`, kind: "account.password-changed", to: { email }, letter: changedLetter() },
      trx,
    )
  })
}
