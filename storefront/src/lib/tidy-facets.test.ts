import { tidyFacets } from "./tidy-facets"

const facet = (field: string, label: string, ...values: string[]) => ({
  field,
  label,
  values: values.map((value) => ({ value, label: value })),
})

describe("tidyFacets", () => {
  test("names shops by their town, unknown ones by their handle", () => {
    const [shop] = tidyFacets([facet("shop", "Disponible en magasin", "lyon", "metz")], new Map([["lyon", "Lyon"]]))
    expect(shop?.values).toEqual([
      { value: "lyon", label: "Lyon" },
      { value: "metz", label: "metz" },
    ])
  })

  test("keeps the first of two facets with one name, and all others as they are", () => {
    const facets = [facet("brand", "Marque", "lyon"), facet("attr.brand", "Marque", "lyon"), facet("attr.x", "Culot")]
    expect(tidyFacets(facets, new Map([["lyon", "Lyon"]]))).toEqual([facets[0], facets[2]])
  })
})
