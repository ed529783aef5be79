import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

export interface CatalogueEvent {
  readonly kind:
    "accepted" | "linked" | "merged" | "split" | "undone" | "sheet" | "gates" | "taken_down" | "takedown_lifted"
  readonly productId: string
  readonly otherId?: string
  readonly actor: string
  readonly reason?: string
  readonly detail?: object
}

/** Who did what to which catalogue product; append-only but for the mark that a merge was undone. */
export async function recordCatalogueEvent(
  container: MedusaContainer,
  event: CatalogueEvent,
  trx?: Knex.Transaction,
): Promise<string> {
  const id = generateEntityId(undefined, "catevt")
  await (trx ?? knexOf(container))("marketplace_catalogue_event").insert({
    id,
    kind: event.kind,
    product_id: event.productId,
    other_id: event.otherId ?? null,
    actor: event.actor,
    reason: event.reason ?? null,
    detail: JSON.stringify(event.detail ?? {}),
    at: clockOf(container).now(),
  })
  return id
}
