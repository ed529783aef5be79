import type { GraphQLResolveInfo, SelectionSetNode } from "graphql"

/**
 * Whether the call asks for a field of the answer, so that a resolver need not work out what nobody reads. Directives
 * are not weighed: a field that may be skipped counts as asked for.
 */
export function selects(info: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">, field: string): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === "Field") return selection.name.value === field
      if (selection.kind === "InlineFragment") return within(selection.selectionSet)
      return within(info.fragments[selection.name.value]?.selectionSet)
    })
  return info.fieldNodes.some((node) => within(node.selectionSet))
}
