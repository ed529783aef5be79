import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { refreshGates } from "../gates/refresh-gates"
import { knexOf } from "../modules/marketplace/resolve"
import { recordCatalogueEvent } from "./catalogue-events"
import type { ProductSafety } from "./draft"

/** The safety block and the guarantee of a sheet; its gates are looked at again at once. @throws NOT_FOUND | BAD_INPUT */
export async function saveSafety(
  container: MedusaContainer,
  change: {
    readonly productId: string
    readonly safety: ProductSafety
    readonly guaranteeMonths: number
    readonly actor: string
  },
): Promise<void> {
  const { productId, safety, guaranteeMonths, actor } = change
  if (!Number.isInteger(guaranteeMonths) || guaranteeMonths < 0 || guaranteeMonths > 600)
    throw badInput("The guarantee is a whole number of months")
  const country = safety.manufacturerCountry?.trim().toLowerCase() || null
  if (country && !/^[a-z]{2}$/.test(country)) throw badInput("The country has two letters, such as FR")
  const clean: ProductSafety = {
    manufacturer: safety.manufacturer.trim(),
    manufacturerContact: safety.manufacturerContact.trim(),
    manufacturerCountry: country,
    euResponsible: safety.euResponsible?.trim() || null,
    warnings: safety.warnings.map((warning) => warning.trim()).filter(Boolean),
  }
  const knex = knexOf(container)
  const changed = await knex("marketplace_product_sheet")
    .where({ product_id: productId })
    .whereNull("owner_seller_id")
    .update({ safety: JSON.stringify(clean), guarantee_months: guaranteeMonths, updated_at: knex.fn.now() })
  if (changed === 0) throw notFound("This catalogue product")
  // Whoever mends what a check found wrong lets the product back.
  await knex("marketplace_random_check")
    .where({ product_id: productId, outcome: "safety_wrong" })
    .whereNull("mended_at")
    .update({ mended_at: clockOf(container).now() })
  await refreshGates(container, [productId])
  await recordCatalogueEvent(container, { kind: "sheet", productId, actor, detail: { safety: clean, guaranteeMonths } })
}
