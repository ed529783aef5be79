import { otherPlaces } from "../other-places"
import { erased, places } from "../places"
import type { PrivacyContributor } from "../contributor"

/** What Medusa's engine remembers of finished work, and what payment sessions were told about the payer. */
export const machinery: PrivacyContributor = {
  name: "machinery",
  places: { ...places(erased, "workflow_execution", "payment_session"), ...otherPlaces },
  collect: () => Promise.resolve({}),
  async erase(trx, { email, orderIds, kind }) {
    const executions = await trx("workflow_execution")
      .whereIn("state", ["done", "failed", "reverted"])
      .whereRaw("(coalesce(context::text, '') || coalesce(execution::text, '')) ilike ?", [
        `%${email.replace(/[\\%_]/g, "\\$&")}%`,
      ])
      .delete()
    if (kind !== "CUSTOMER" || orderIds.length === 0) return { workflow_execution: executions }
    const sessions = await trx("payment_session as s")
      .whereIn(
        "s.payment_collection_id",
        trx("order_payment_collection")
          .whereIn("order_id", [...orderIds])
          .select("payment_collection_id"),
      )
      .update({ context: JSON.stringify({}) })
    return { workflow_execution: executions, payment_session: sessions }
  },
}
