import type { FieldCounts } from "../providers/postgres/plan"
import { filterGroups } from "./fields"
import { presentFacets } from "./present-facets"

const counts = (field: string, values: [string, number][], over: Partial<FieldCounts> = {}): FieldCounts => ({
  field,
  label: field,
  unit: null,
  dynamic: field.startsWith("attr."),
  documents: values.reduce((sum, [, count]) => sum + count, 0),
  values: values.map(([value, count]) => ({ value, label: value.toUpperCase(), count })),
  ...over,
})
const present = (facets: FieldCounts[], filters = filterGroups([]), tree: [string, string][] = []) =>
  presentFacets({ facets, histogram: null }, { locale: "fr", filters, treeNodes: new Map(tree) })

describe("filters", () => {
  it("join the values of one facet, and know the public names", () => {
    expect(
      filterGroups([
        { field: "seller", values: ["a"] },
        { field: "seller", values: ["b", "a"] },
        { field: "price", min: 100 },
        { field: "attr.colour", values: ["blue"] },
      ]),
    ).toEqual([
      { field: "sellers", values: ["a", "b"] },
      { field: "price", min: 100 },
      { field: "attr.colour", values: ["blue"] },
    ])
  })

  it.each([
    [{ field: "scope", values: ["x"] }],
    [{ field: "margin", values: ["x"] }],
    [{ field: "brand", min: 1 }],
    [{ field: "price", values: ["1"] }],
    [{ field: "brand", values: Array.from({ length: 51 }, String) }],
  ])("refuse %j", (filter) => expect(() => filterGroups([filter])).toThrow())
})

describe("facets of a page", () => {
  it("come in the shop's order, attributes by coverage, without those that offer no choice", () => {
    const shown = present([
      counts("attr.weight", [
        ["1", 3],
        ["2", 2],
      ]),
      counts("attr.colour", [
        ["blue", 9],
        ["red", 9],
      ]),
      counts("conditions", [["NEW", 20]]),
      counts("brand", [
        ["a", 5],
        ["b", 4],
      ]),
    ])
    expect(shown.map((facet) => facet.field)).toEqual(["brand", "attr.colour", "attr.weight"])
  })

  it("keep a chosen value that matches nothing any more, so that it can be taken back", () => {
    const filters = filterGroups([{ field: "brand", values: ["gone"] }])
    const [brand] = present([counts("brand", [["a", 5]])], filters)
    expect(brand?.values).toEqual([
      { value: "a", label: "A", count: 5, selected: false },
      { value: "gone", label: "gone", count: 0, selected: true },
    ])
  })

  it("show of the tree the path and its children, by their names", () => {
    const tree: [string, string][] = [
      ["maison", "Maison"],
      ["tasses", "Tasses"],
    ]
    const [category] = present(
      [
        counts("categories", [
          ["maison", 9],
          ["tasses", 6],
          ["assiettes", 3],
        ]),
      ],
      filterGroups([]),
      tree,
    )
    expect(category).toMatchObject({ kind: "TREE", field: "category" })
    expect(category?.values.map((value) => value.label)).toEqual(["Maison", "Tasses"])
  })
})
