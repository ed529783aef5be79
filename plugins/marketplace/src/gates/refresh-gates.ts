import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import { alignProducts } from "../offers/align-shelf"
import { pathOf, readCategories } from "../read-model/read-categories"
import type { CatalogueDraft } from "../catalogue/draft"
import { type Hold, holdsOf } from "../takedowns/holds"
import { type GateFinding, type ListedSheet, missingOnSheet } from "./listing-gates"
import { readPolicy } from "./policy-store"
import { refreshEprLocks } from "./refresh-epr-locks"

const BATCH = 1000

/** What keeps a sheet from the shelf or should: a hold of the operator's, or what the policy misses on it. */
export type SheetFinding = GateFinding | { readonly requirement: Hold; readonly level: "BLOCK" }

/** What holds each sheet, and what is missing on it by the policy of today, blocking or not. */
export async function findingsOf(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<Map<string, SheetFinding[]>> {
  const policy = await readPolicy(container)
  const sheets = await listedSheets(container, productIds)
  const holds = await holdsOf(container, productIds)
  return new Map(
    sheets.map(({ id, sheet }) => [
      id,
      [
        ...(holds.get(id) ?? []).map((requirement) => ({ requirement, level: "BLOCK" as const })),
        ...missingOnSheet(sheet, policy),
      ],
    ]),
  )
}

/**
 * Writes down on each sheet what keeps it from the shelf, and publishes or takes off the offers that stand on it.
 * @param productIds every catalogue product when absent
 * @returns how many sheets changed
 */
export async function refreshGates(container: MedusaContainer, productIds?: readonly string[]): Promise<number> {
  const knex = knexOf(container)
  const all =
    productIds ??
    ((await knex("marketplace_product_sheet")
      .whereNull("owner_seller_id")
      .orderBy("product_id")
      .pluck("product_id")) as string[])
  let changed = 0
  for (let from = 0; from < all.length; from += BATCH) {
    const ids = all.slice(from, from + BATCH)
    const findings = await findingsOf(container, ids)
    const rows = [...findings].map(([id, found]) => ({ id, held: blocking(found) }))
    const { rows: moved } = await knex.raw<{ rows: { product_id: string }[] }>(
      `update marketplace_product_sheet s set held_by = fresh.held, updated_at = now()
       from (select f.id, array(select jsonb_array_elements_text(f.held)) as held
             from jsonb_to_recordset(:rows::jsonb) as f(id text, held jsonb)) fresh
       where s.product_id = fresh.id and s.held_by <> fresh.held returning s.product_id`,
      { rows: JSON.stringify(rows) },
    )
    changed += moved.length
    await refreshEprLocks(container, { productIds: ids })
    await alignProducts(container, ids)
  }
  return changed
}

/** The gates of a sheet that is about to be written: it is born held, never held afterwards. */
export async function gatesOfDrafts(container: MedusaContainer): Promise<(draft: CatalogueDraft) => string[]> {
  const policy = await readPolicy(container)
  const categories = await readCategories(container)
  const byHandle = new Map([...categories.values()].map((category) => [category.handle, category.id]))
  return (draft) =>
    blocking(
      missingOnSheet(
        {
          categories: draft.categories.flatMap((handle) =>
            pathOf(categories, byHandle.get(handle) ?? "").map((category) => category.handle),
          ),
          pictures: draft.images.length,
          safety: draft.safety ?? null,
          guaranteeMonths: draft.guaranteeMonths ?? 24,
          attributes: draft.attributes ?? [],
          source: draft.source ?? null,
        },
        policy,
      ),
    )
}

const blocking = (found: readonly SheetFinding[]): string[] =>
  found.filter((finding) => finding.level === "BLOCK").map((finding) => finding.requirement)

async function listedSheets(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<{ id: string; sheet: ListedSheet }[]> {
  const categories = await readCategories(container)
  const { rows } = await knexOf(container).raw<{ rows: SheetRow[] }>(
    `select s.product_id as id, s.safety, s.guarantee_months, s.attributes, s.source,
       (select count(*) from image i where i.product_id = p.id and i.deleted_at is null)::int as pictures,
       array(select c.product_category_id from product_category_product c where c.product_id = p.id) as category_ids
     from marketplace_product_sheet s join product p on p.id = s.product_id
     where s.product_id = any(:ids) and s.owner_seller_id is null`,
    { ids: [...ids] },
  )
  return rows.map((row) => ({
    id: row.id,
    sheet: {
      categories: row.category_ids.flatMap((id) => pathOf(categories, id).map((category) => category.handle)),
      pictures: row.pictures,
      safety: row.safety,
      guaranteeMonths: row.guarantee_months,
      attributes: row.attributes,
      source: row.source,
    },
  }))
}

interface SheetRow {
  readonly id: string
  readonly safety: ListedSheet["safety"]
  readonly guarantee_months: number
  readonly attributes: ListedSheet["attributes"]
  readonly source: string | null
  readonly pictures: number
  readonly category_ids: string[]
}
