import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { CategoryNode } from "./sellable-product"
import { CATEGORIES } from "./statements"

export interface Category extends CategoryNode {
  readonly image: string | null
  readonly parentId: string | null
}

/** All public categories by id, brothers and sisters in the retailer's order. */
export async function readCategories(container: MedusaContainer): Promise<Map<string, Category>> {
  const { rows } = await knexOf(container).raw<{ rows: CategoryRow[] }>(CATEGORIES)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        handle: row.handle,
        name: { fr: row.name, en: row.name_en ?? row.name },
        image: row.image,
        parentId: row.parent_category_id,
      },
    ]),
  )
}

/** Root first, the category last; empty when it, or one above it, is not public. */
export function pathOf(all: ReadonlyMap<string, Category>, id: string): Category[] {
  const path: Category[] = []
  for (let at: string | null = id; at !== null;) {
    const category: Category | undefined = all.get(at)
    if (!category || path.length > 20) return []
    path.unshift(category)
    at = category.parentId
  }
  return path
}

/** One path a category, the deepest first. */
export function pathsOf(all: ReadonlyMap<string, Category>, ids: readonly string[]): CategoryNode[][] {
  return ids
    .map((id) => pathOf(all, id).map(({ id: node, handle, name }) => ({ id: node, handle, name })))
    .filter((path) => path.length > 0)
    .sort((a, b) => b.length - a.length || a.at(-1)!.handle.localeCompare(b.at(-1)!.handle))
}

interface CategoryRow {
  id: string
  handle: string
  name: string
  name_en: string | null
  image: string | null
  parent_category_id: string | null
}
