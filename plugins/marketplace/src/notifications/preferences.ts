import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { isMandatory, OPTIONAL_KINDS, type KindRoom } from "./kinds"

export interface Preference {
  readonly kind: string
  readonly byMail: boolean
}

export async function readPreferences(
  container: MedusaContainer,
  email: string,
  room: KindRoom,
): Promise<readonly Preference[]> {
  const rows = (await knexOf(container)("marketplace_notification_preference").where({
    email: email.toLowerCase(),
  })) as {
    kind: string
    by_mail: boolean
  }[]
  const chosen = new Map(rows.map((row) => [row.kind, row.by_mail]))
  return OPTIONAL_KINDS[room].map((kind) => ({ kind, byMail: chosen.get(kind) ?? true }))
}

/** @throws BAD_INPUT for a kind that is always mailed */
export async function setPreference(container: MedusaContainer, email: string, choice: Preference): Promise<void> {
  if (isMandatory(choice.kind)) throw badInput("Messages of this kind are always mailed")
  await knexOf(container)("marketplace_notification_preference")
    .insert({ email: email.toLowerCase(), kind: choice.kind, by_mail: choice.byMail })
    .onConflict(["email", "kind"])
    .merge()
}
