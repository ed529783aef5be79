import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

export interface BillingSettings {
  /** Legal form, capital and register of the issuer («SAS au capital de 50 000 € – RCS Lyon 732 829 320»). */
  readonly legalNote: string | null
  /** Whether last month is closed by itself on the first day of the next. */
  readonly automatic: boolean
}

const DEFAULTS: BillingSettings = { legalNote: null, automatic: true }

export async function readBillingSettings(container: Pick<MedusaContainer, "resolve">): Promise<BillingSettings> {
  const row = (await knexOf(container)("marketplace_billing_settings").first()) as
    { legal_note: string | null; automatic: boolean } | undefined
  return row ? { legalNote: row.legal_note, automatic: row.automatic } : DEFAULTS
}

/** Documents issued before keep what they said. @throws BAD_INPUT */
export async function saveBillingSettings(
  container: Pick<MedusaContainer, "resolve">,
  settings: BillingSettings,
): Promise<BillingSettings> {
  const legalNote = settings.legalNote?.trim() || null
  if ((legalNote?.length ?? 0) > 300) throw badInput("The legal note has at most 300 characters")
  await knexOf(container)("marketplace_billing_settings")
    .insert({ id: "settings", legal_note: legalNote, automatic: settings.automatic })
    .onConflict("id")
    .merge()
  return readBillingSettings(container)
}
