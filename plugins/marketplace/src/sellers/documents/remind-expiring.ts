import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { dayOf, startOfDay } from "../../figures/paris-time"
import { knexOf } from "../../modules/marketplace/resolve"
import type { Words } from "../checklist/requirement"
import { documentExpiryLetter } from "../letters/application"
import type { SellerRow } from "../seller-row"
import { tellSeller } from "../tell"

const DAY_MS = 86_400_000
/** A month, a week, and once more when it is over. */
const REMIND_DAYS = [30, 7] as const

interface Expiring {
  id: string
  seller_id: string
  expires_on: string
  label: Words
}

/** Reminders before an accepted paper expires, and a word when it has; each is sent once. */
export async function remindExpiring(container: MedusaContainer): Promise<void> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const today = dayOf(now)
  const horizon = dayOf(new Date(+now + REMIND_DAYS[0] * DAY_MS))
  const rows = (await knex("marketplace_seller_document as d")
    .join("marketplace_requirement as r", "r.id", "d.requirement_id")
    .join("marketplace_seller as s", "s.id", "d.seller_id")
    .where("d.state", "accepted")
    .whereNotNull("d.expires_on")
    .where("d.expires_on", "<=", horizon)
    .whereNull("r.retired_at")
    .whereIn("s.state", ["active", "suspended"])
    .select("d.id", "d.seller_id", "d.expires_on", "r.label")) as Expiring[]
  for (const row of rows) {
    const lastDay = startOfDay(row.expires_on)
    const step = stepOf(row.expires_on, { today, now })
    const seller = (await knex("marketplace_seller").where({ id: row.seller_id }).first()) as SellerRow
    await tellSeller(container, seller, {
      key: `document.expiry:${row.id}:${row.expires_on}:${step}`,
      kind: "document.expiry",
      letter: documentExpiryLetter(row.label, lastDay, step === "over"),
    })
  }
}

export function stepOf(expiresOn: string, { today, now }: { today: string; now: Date }): "over" | "week" | "month" {
  if (expiresOn < today) return "over"
  return expiresOn <= dayOf(new Date(+now + REMIND_DAYS[1] * DAY_MS)) ? "week" : "month"
}
