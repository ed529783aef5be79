import { catalogDocument, type IndexableProduct } from "./document"

const offer = (over: object = {}) => ({
  sellerId: null,
  sellerName: "Gondole",
  sellerHandle: "gondole",
  condition: "NEW",
  price: 1000,
  priorPrice: null,
  currency: "eur",
  delivery: 490,
  leadTimeDays: 2,
  stock: 3,
  returnableInShop: true,
  ...over,
})
const product = (over: Partial<IndexableProduct> = {}): IndexableProduct => ({
  id: "prod_1",
  handle: "tasse",
  status: "published",
  title: { fr: "Tasse bleue", en: "Blue mug" },
  description: { fr: "En grès", en: "Stoneware" },
  brand: "Potier",
  image: null,
  categories: [
    [
      { handle: "maison", name: { fr: "Maison", en: "Home" } },
      { handle: "tasses", name: { fr: "Tasses", en: "Mugs" } },
    ],
  ],
  attributes: [
    { key: "capacity", label: "Contenance", labelEn: "Capacity", type: "number", value: 2.5, unit: "l" },
    { key: "dishwasher", label: "Lave-vaisselle", type: "boolean", value: true },
    { key: "story", label: "Histoire", type: "text", value: "x".repeat(100) },
  ],
  createdAt: new Date("2026-01-01"),
  releasedAt: null,
  gtins: ["3760000000017"],
  variants: [{ sku: "MUG-1", offers: [offer()] }],
  shops: ["lyon"],
  ...over,
})

describe("the document of a product", () => {
  it("groups its offers under the best one", () => {
    const other = offer({
      sellerId: "sel_1",
      sellerName: "Tasses & Cie",
      sellerHandle: "tasses-cie",
      price: 900,
      condition: "USED_GOOD",
    })
    const document = catalogDocument(product({ variants: [{ sku: "MUG-1", offers: [other, offer()] }] }))
    expect(document).toMatchObject({
      price: 900,
      sellers: ["tasses-cie", "gondole"],
      conditions: ["USED_GOOD", "NEW"],
      categories: ["maison", "tasses"],
      card: { offerCount: 2, sellerName: "Tasses & Cie", sellerIsRetailer: false, currency: "EUR", inStock: true },
      labels: {
        categories: { tasses: { fr: "Tasses", en: "Mugs" } },
        conditions: { USED_GOOD: { fr: "Occasion, bon état" } },
      },
    })
  })

  it("prefers what is in stock", () => {
    const variants = [
      { sku: "A", offers: [offer({ price: 500, stock: 0 })] },
      { sku: "B", offers: [offer({ price: 800 })] },
    ]
    expect(catalogDocument(product({ variants }))?.price).toBe(800)
  })

  it("is none when nothing can be bought or the product is not published", () => {
    expect(catalogDocument(product({ variants: [{ sku: null, offers: [] }] }))).toBeNull()
    expect(catalogDocument(product({ status: "draft" }))).toBeNull()
  })

  it("has typed attributes in both languages, short ones only", () => {
    expect(catalogDocument(product())?.attributes).toEqual([
      {
        key: "capacity",
        label: { fr: "Contenance", en: "Capacity" },
        value: "2.5",
        valueLabel: { fr: "2,5 l", en: "2.5 l" },
        unit: "l",
      },
      {
        key: "dishwasher",
        label: { fr: "Lave-vaisselle", en: "Lave-vaisselle" },
        value: "true",
        valueLabel: { fr: "Oui", en: "Yes" },
        unit: null,
      },
    ])
  })
})
