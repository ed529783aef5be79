import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, type Cents, cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"

export interface FeeSettings {
  /** For each unit of a seller that a shop takes back, without VAT; 0 charges nothing. */
  readonly handlingNet: Cents
  readonly handlingCurrency: string
}

export async function readFeeSettings(
  container: Pick<MedusaContainer, "resolve">,
  trx?: Knex.Transaction,
): Promise<FeeSettings> {
  const row = (await (trx ?? knexOf(container))("marketplace_fee_settings").where("id", "house").first()) as
    { handling_net: number; handling_currency: string } | undefined
  return { handlingNet: cents(row?.handling_net ?? 0), handlingCurrency: row?.handling_currency ?? "EUR" }
}

/** Holds for returns settled from now on. @throws BAD_INPUT */
export async function saveFeeSettings(
  container: MedusaContainer,
  settings: { readonly handlingNet: number; readonly handlingCurrency: string },
  actor: string,
): Promise<FeeSettings> {
  const columns = {
    handling_net: settings.handlingNet,
    handling_currency: settings.handlingCurrency.trim().toUpperCase(),
  }
  if (!Number.isSafeInteger(columns.handling_net) || columns.handling_net < 0 || columns.handling_net > 1_000_000)
    throw badInput("The handling fee is an amount from 0")
  if (!/^[A-Z]{3}$/.test(columns.handling_currency)) throw badInput("A currency has three letters, such as EUR")
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_fee_settings")
      .insert({ id: "house", ...columns })
      .onConflict("id")
      .merge()
    await recordAct(
      container,
      {
        actor: { type: "OPERATOR", id: actor },
        action: "fee_settings.updated",
        subject: { type: "fee_settings", id: "house" },
        details: columns,
      },
      trx,
    )
  })
  return readFeeSettings(container)
}
