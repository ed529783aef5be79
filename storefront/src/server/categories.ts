import { cache } from "react"
import { graphql, type ResultOf } from "@/graphql/graphql"
import type { AppLocale } from "@/i18n/routing"
import { ask } from "./api"

const NodeFragment = graphql(`
  fragment Node on Category @_unmask {
    id
    handle
    name
    path {
      handle
      name
    }
  }
`)

const TreeQuery = graphql(
  `
    query CategoryTree($locale: Locale) {
      categories(locale: $locale) {
        ...Node
        children {
          ...Node
          children {
            ...Node
            children {
              ...Node
            }
          }
        }
      }
    }
  `,
  [NodeFragment],
)

type Tree = ResultOf<typeof TreeQuery>["categories"]

export interface CategoryNode {
  handle: string
  name: string
  path: { handle: string; name: string }[]
  children: CategoryNode[]
}

const treeOnce = cache(async (locale: AppLocale): Promise<Tree> => (await ask(TreeQuery, { locale })).categories)

/** A category of the tree, or null. */
export async function categoryOf(handle: string, locale: AppLocale): Promise<CategoryNode | null> {
  return find(await treeOnce(locale), handle)
}

interface Level {
  handle: string
  name: string
  path: { handle: string; name: string }[]
  children?: Level[]
}

function find(level: readonly Level[], handle: string): CategoryNode | null {
  for (const node of level) {
    if (node.handle === handle) return complete(node)
    const below = find(node.children ?? [], handle)
    if (below) return below
  }
  return null
}

function complete(node: Level): CategoryNode {
  return { ...node, children: (node.children ?? []).map(complete) }
}
