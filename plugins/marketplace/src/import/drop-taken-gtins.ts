import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CatalogueDraft } from "../catalogue/draft"
import { warning } from "./mapping"
import type { Entry, Problem } from "./sink"

/** A GTIN names one article: the first that came keeps it, and a later one that claims it goes without, with a warning. */
export async function dropTakenGtins(
  knex: Knex,
  entries: readonly Entry<CatalogueDraft>[],
  known: ReadonlyMap<string, { readonly productId: string }>,
): Promise<{ kept: Entry<CatalogueDraft>[]; problems: Problem[] }> {
  const claimed = entries.flatMap((entry) => entry.draft.variants.flatMap((variant) => variant.gtins ?? []))
  const rows = (await knex("marketplace_gtin").whereIn("gtin", claimed).select("gtin", "product_id as productId")) as {
    gtin: string
    productId: string
  }[]
  const holder = new Map(rows.map((row) => [row.gtin, row.productId]))
  const problems: Problem[] = []
  const kept = entries.map((entry) => {
    const self = known.get(entry.key)?.productId ?? entry.key
    const variants = entry.draft.variants.map((variant) => ({
      ...variant,
      gtins: (variant.gtins ?? []).filter((gtin) => {
        const owner = holder.get(gtin) ?? self
        holder.set(gtin, owner)
        if (owner === self) return true
        const message = `GTIN ${gtin} already names another article and was left out`
        problems.push({ ...warning("GTIN_TAKEN", message), line: entry.line, key: entry.key })
        return false
      }),
    }))
    return { ...entry, draft: { ...entry.draft, variants } }
  })
  return { kept, problems }
}
