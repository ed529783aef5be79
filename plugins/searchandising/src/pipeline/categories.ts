import type { MedusaContainer } from "@medusajs/framework/types"
import { readCategories, type Category } from "@gondola/marketplace"
import { notFound } from "@gondola/kit"
import type { Locale } from "../ports"

const FRESH_FOR_MS = 2_000

export interface CategoryTree {
  /** Handles from the root. @throws NOT_FOUND */
  path(handle: string): readonly string[]
  /** Names by handle: the path to the category, its children; the roots for null. */
  around(handle: string | null, locale: Locale): ReadonlyMap<string, string>
  find(text: (name: string) => boolean, locale: Locale): readonly { handle: string; name: string }[]
}

const cache = new WeakMap<object, { at: number; tree: Promise<CategoryTree> }>()

export function categoryTree(container: MedusaContainer, key: object): Promise<CategoryTree> {
  const kept = cache.get(key)
  if (kept && performance.now() - kept.at < FRESH_FOR_MS) return kept.tree
  const tree = readCategories(container).then(treeOf)
  cache.set(key, { at: performance.now(), tree })
  tree.catch(() => cache.delete(key))
  return tree
}

function treeOf(byId: ReadonlyMap<string, Category>): CategoryTree {
  const byHandle = new Map([...byId.values()].map((category) => [category.handle, category]))
  const path = (handle: string): Category[] => {
    const found: Category[] = []
    for (let at = byHandle.get(handle); at && found.length < 20; at = at.parentId ? byId.get(at.parentId) : undefined)
      found.unshift(at)
    if (found.length === 0) throw notFound(`The category ${handle}`)
    return found
  }
  return {
    path: (handle) => path(handle).map((category) => category.handle),
    around: (handle, locale) => {
      const here = handle === null ? [] : path(handle)
      const parent = here.at(-1)?.id ?? null
      const children = [...byId.values()].filter((category) => category.parentId === parent)
      return new Map([...here, ...children].map((category) => [category.handle, category.name[locale]]))
    },
    find: (text, locale) =>
      [...byId.values()]
        .filter((category) => text(category.name[locale]))
        .map((category) => ({ handle: category.handle, name: category.name[locale] })),
  }
}
