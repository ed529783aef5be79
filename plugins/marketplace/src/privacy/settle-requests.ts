import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { notify } from "../notifications/notify"
import { retailerOf } from "../retailer/retailer-of"
import { systemActor } from "../trail/actor-of"
import { dueLetter } from "./letters"
import type { PrivacyRequestRow } from "./request-row"
import { settleErasure } from "./requests"

const WARNING_MS = 7 * 86_400_000

/** Erases whoever no longer waits for anything, and warns the operator a week before a month is over. */
export async function settlePrivacyRequests(container: MedusaContainer): Promise<number> {
  const open = (await knexOf(container)("marketplace_privacy_request")
    .where({ kind: "erasure", state: "open" })
    .orderBy("due_at")) as PrivacyRequestRow[]
  let settled = 0
  for (const { id } of open) {
    const row = await settleErasure(container, id, {
      actor: systemActor("settle-privacy-requests"),
      evenIfWaiting: false,
    })
    if (row.state === "done") settled++
    else await warn(container, row)
  }
  return settled
}

async function warn(container: MedusaContainer, { id, due_at }: PrivacyRequestRow): Promise<void> {
  if (due_at.getTime() - clockOf(container).now().getTime() > WARNING_MS) return
  const { trader } = await retailerOf(container)
  await notify(container, {
    key: `privacy-due:${id}`,
    to: { email: trader.email, feed: { room: "OPERATOR", organisationId: null } },
    kind: "privacy.due",
    letter: dueLetter(due_at),
    about: { type: "privacy_request", id },
  })
}
