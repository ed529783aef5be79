import { type FragmentDefinitionNode, parse, type FieldNode, type OperationDefinitionNode } from "graphql"
import { selects } from "./selects"

function infoOf(source: string) {
  const { definitions } = parse(source)
  const operation = definitions.find((node): node is OperationDefinitionNode => node.kind === "OperationDefinition")!
  const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === "FragmentDefinition")
  return {
    fieldNodes: operation.selectionSet.selections as FieldNode[],
    fragments: Object.fromEntries(fragments.map((node) => [node.name.value, node])),
  }
}

describe("selects", () => {
  it.each([
    ["{ search { facets { field } } }", true],
    ["{ search { ... on SearchResult { facets { field } } } }", true],
    ["query { search { ...Page } } fragment Page on SearchResult { total facets { field } }", true],
    ["{ search { total hits { facets } } }", false],
    ["{ search { count: total } }", false],
    ["{ search { bars: facets { field } } }", true],
  ])("%s", (source, asked) => {
    expect(selects(infoOf(source), "facets")).toBe(asked)
  })
})
