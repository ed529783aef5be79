interface CategoryNode {
  handle: string
  name: string
  children?: readonly CategoryNode[]
}

/** The tree as a list of choices, children indented under their parent. */
export const categoryChoices = (nodes: readonly CategoryNode[], depth = 0): { value: string; label: string }[] =>
  nodes.flatMap((node) => [
    { value: node.handle, label: `${"\u2003".repeat(depth)}${node.name}` },
    ...categoryChoices(node.children ?? [], depth + 1),
  ])
