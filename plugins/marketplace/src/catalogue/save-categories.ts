import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { badInput } from "@gondola/kit"
import type { CatalogueDraft, Text } from "./draft"

export interface CategoryDraft {
  readonly handle: string
  readonly name: Text
  readonly image?: string
  readonly children?: readonly CategoryDraft[]
}

/**
 * Makes the categories that are missing, parents first; those that exist keep what they have.
 * @returns id by handle
 */
export async function saveCategories(
  container: MedusaContainer,
  drafts: readonly CategoryDraft[],
): Promise<Map<string, string>> {
  const products = container.resolve(Modules.PRODUCT)
  const ids = new Map<string, string>()
  let level = drafts.map((draft) => ({ draft, parent: null as string | null }))
  while (level.length > 0) {
    const handles = level.map(({ draft }) => draft.handle)
    const found = await products.listProductCategories({ handle: handles }, { take: handles.length })
    for (const category of found) ids.set(category.handle, category.id)
    const missing = level.filter(({ draft }) => !ids.has(draft.handle))
    // One by one: Medusa ranks the children of a parent as they come.
    for (const { draft, parent } of missing) {
      const made = await products.createProductCategories({
        name: draft.name.fr,
        handle: draft.handle,
        is_active: true,
        parent_category_id: parent,
        metadata: { name_en: draft.name.en, ...(draft.image ? { image: draft.image } : {}) },
      })
      ids.set(draft.handle, made.id)
    }
    level = level.flatMap(({ draft }) =>
      (draft.children ?? []).map((child) => ({ draft: child, parent: ids.get(draft.handle)! })),
    )
  }
  return ids
}

/** @throws BAD_INPUT that names the handles nobody made */
export async function categoryIdsOf(
  container: MedusaContainer,
  drafts: readonly Pick<CatalogueDraft, "categories">[],
): Promise<Map<string, string>> {
  const handles = [...new Set(drafts.flatMap((draft) => draft.categories))]
  if (handles.length === 0) return new Map()
  const found = await container
    .resolve(Modules.PRODUCT)
    .listProductCategories({ handle: handles }, { take: handles.length, select: ["id", "handle"] })
  const ids = new Map(found.map((category) => [category.handle, category.id]))
  const unknown = handles.filter((handle) => !ids.has(handle))
  if (unknown.length > 0) throw badInput(`Unknown categories: ${unknown.join(", ")}; make them first (saveCategories)`)
  return ids
}
