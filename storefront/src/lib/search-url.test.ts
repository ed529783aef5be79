import fc from "fast-check"
import {
  clearField,
  decodeSearch,
  EMPTY_SEARCH,
  encodeSearch,
  type RawParams,
  type SearchState,
  setRange,
  SORTS,
  toggleValue,
} from "./search-url"

/** As Next hands over the parameters of an address. */
function raw(search: string): RawParams {
  const params: RawParams = {}
  for (const [key, value] of new URLSearchParams(search)) {
    const before = params[key]
    params[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return params
}

const word = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" })
const limit = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: undefined })
const filter = fc
  .record({ field: word, values: fc.uniqueArray(word, { maxLength: 5 }), min: limit, max: limit })
  .filter(({ values, min, max }) => values.length > 0 || min !== undefined || max !== undefined)
const state: fc.Arbitrary<SearchState> = fc.record({
  query: word.map((text) => text.trim()),
  filters: fc
    .uniqueArray(filter, { maxLength: 6, selector: ({ field }) => field })
    .map((filters) =>
      filters
        .map((one) => ({ ...one, values: [...one.values].sort() }))
        .sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0)),
    ),
  sort: fc.constantFrom(...SORTS),
  page: fc.integer({ min: 1, max: 10_000 }),
})

const searchOf = (one: SearchState) => encodeSearch(one).slice(1)

describe("search address", () => {
  test("an encoded state decodes to itself", () => {
    fc.assert(
      fc.property(state, (before) => {
        expect(decodeSearch(raw(searchOf(before)))).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  test("any address decodes to a state that encodes to itself", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const once = decodeSearch(raw(search))
        expect(decodeSearch(raw(searchOf(once)))).toEqual(once)
      }),
    )
  })

  test("the empty state has the empty address", () => expect(encodeSearch(EMPTY_SEARCH)).toBe(""))

  test("reads what a person may have typed in the address", () => {
    expect(decodeSearch(raw("q=mug&f.brand=Terre&f.brand=Arc&r.price=500..&sort=price_asc&page=3"))).toEqual({
      query: "mug",
      filters: [
        { field: "brand", values: ["Arc", "Terre"] },
        { field: "price", values: [], min: 500, max: undefined },
      ],
      sort: "PRICE_ASC",
      page: 3,
    })
    expect(decodeSearch(raw("sort=hack&page=-2&r.price=x..y&f.=z"))).toEqual(EMPTY_SEARCH)
  })

  test("toggling twice gives the state back, on page one", () => {
    fc.assert(
      fc.property(state, word, word, (before, field, value) => {
        const twice = toggleValue(toggleValue(before, field, value), field, value)
        expect(decodeSearch(raw(searchOf(twice)))).toEqual({ ...before, page: 1 })
      }),
    )
  })

  test("a range is set and cleared", () => {
    const ranged = setRange({ ...EMPTY_SEARCH, page: 4 }, "price", 100, 900)
    expect(ranged).toMatchObject({ page: 1, filters: [{ field: "price", min: 100, max: 900 }] })
    expect(clearField(ranged, "price")).toEqual(EMPTY_SEARCH)
  })
})
