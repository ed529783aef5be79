import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SellerRow } from "../sellers/seller-row"
import { tellSeller } from "../sellers/tell"
import { recordAct } from "../trail/record-act"
import type { FeeKind } from "./fee-journal"
import { feeLetter } from "./letters"

export interface ToldFee {
  readonly id: string
  readonly sellerId: string
  readonly kind: FeeKind
  readonly net: number
  readonly vat: number
  readonly currency: string
  readonly reason: string
  readonly actor: string
  readonly reverses: string | null
  readonly occurredAt: Date
}

/** What a person decided is written down and told to the seller; what comes of itself stands in the statement. */
export async function tellFee(container: MedusaContainer, fee: ToldFee, trx: Knex.Transaction): Promise<void> {
  if (fee.actor === "system" || fee.kind === "subscription" || fee.kind === "handling") return
  const { id, sellerId, kind, net, vat, currency, reason } = fee
  await recordAct(
    container,
    {
      actor: { type: "OPERATOR", id: fee.actor },
      action: fee.reverses ? "fee.undone" : "fee.charged",
      subject: { type: "fee", id },
      sellerId,
      at: fee.occurredAt,
      details: { kind, net, vat, currency, reason, reverses: fee.reverses },
    },
    trx,
  )
  const seller = (await trx("marketplace_seller").where("id", sellerId).first("id", "name", "email", "locale")) as
    (Pick<SellerRow, "id" | "email" | "locale"> & { name: string }) | undefined
  if (!seller) return
  const letter = feeLetter({ sellerName: seller.name, kind, gross: net + vat, currency, reason })
  await tellSeller(container, seller, { key: `fee:${id}`, kind: "fee.booked", letter, about: { type: "fee", id } }, trx)
}
