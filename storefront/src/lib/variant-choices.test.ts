import { variantChoices } from "./variant-choices"

const variant = (colour: string, size: string, inStock = 1) => ({
  id: `${colour}-${size}`,
  options: [
    { name: "Couleur", value: colour },
    { name: "Taille", value: size },
  ],
  offers: inStock ? [{ inStock }] : [],
})

const inkS = variant("encre", "S")
const variants = [variant("encre", "XL"), inkS, variant("sauge", "S", 0), variant("sauge", "M"), variant("écru", "M")]

describe("variantChoices", () => {
  const [colours, sizes] = variantChoices(variants, inkS)

  test("a row an option, sizes from small to large", () => {
    expect(colours?.values.map(({ value }) => value)).toEqual(["encre", "sauge", "écru"])
    expect(sizes?.values.map(({ value }) => value)).toEqual(["S", "M", "XL"])
  })

  test("marks the present value", () => {
    expect(colours?.values.filter(({ chosen }) => chosen).map(({ value }) => value)).toEqual(["encre"])
  })

  test("changes only one option where it can, and says when nobody sells it", () => {
    expect(colours?.values[1]).toMatchObject({ variant: { id: "sauge-S" }, available: false })
    expect(sizes?.values[2]).toMatchObject({ variant: { id: "encre-XL" }, available: true })
  })

  test("else takes one that has the value", () => {
    expect(colours?.values[2]?.variant.id).toBe("écru-M")
    expect(sizes?.values[1]?.variant.id).toBe("sauge-M")
  })

  test("a product without options has no rows", () => {
    const only = { id: "one", options: [], offers: [] }
    expect(variantChoices([only], only)).toEqual([])
  })
})
