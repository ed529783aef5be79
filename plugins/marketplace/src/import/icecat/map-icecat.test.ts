import { ICECAT_CATEGORIES } from "./categories"
import { categoryOf } from "./category-rules"
import { mapIcecat } from "./map-icecat"

const subject = (title: string, productType = "", attributes: readonly string[] = []) => ({
  title: title.toLowerCase(),
  productType,
  attributes: new Set(attributes),
})

describe("categoryOf", () => {
  it.each([
    ["Xerox 006R90321 toner cartridge Original Black 6 pc(s)", "encre-et-toner"],
    ['HP Pavilion Notebook Silver 43.2 cm (17") NVIDIA GeForce 9200M GS', "ordinateurs-portables"],
    ['Samsung EF-ZG980 mobile phone case 15.8 cm (6.2") Folio Black', "coques-et-protections"],
    ['Huawei P40 lite E 16.2 cm (6.39") 4 GB 64 GB Dual SIM 4G MicroUSB 4000 mAh', "telephones"],
    ["ACT CAT6 networking cable 3 m", "cables-reseau"],
    ["C2G 1m USB 2.0 A to Mini-b Cable", "cables-usb"],
    ["Philips SHE9550 In-Ear Headphones", "casques-et-ecouteurs"],
    ["APC RBC25 UPS battery Sealed Lead Acid (VRLA)", "batteries"],
    ["HP UP872A warranty/support extension", "garanties-et-services"],
    ['HP VZ348AA notebook case 40.6 cm (16") Messenger case Brown', "sacs-d-ordinateur"],
    ["Something that nobody has seen before", "divers"],
  ])("%s → %s", (title, category) => {
    expect(categoryOf(subject(title))).toBe(category)
  })

  it("also reads the product type and the attributes", () => {
    expect(categoryOf(subject("dv7-1211ea", "notebook"))).toBe("ordinateurs-portables")
    expect(categoryOf(subject("Canon 0385B002", "", ["black_toner_page_yield"]))).toBe("encre-et-toner")
  })

  it("names only shelves that exist", () => {
    const handles = new Set(
      ICECAT_CATEGORIES.flatMap((root) => [root.handle, ...(root.children ?? []).map((child) => child.handle)]),
    )
    for (const title of ["toner", "usb cable", "notebook case", "nothing"])
      expect(handles).toContain(categoryOf(subject(title)))
  })
})

describe("mapIcecat", () => {
  const record = {
    id: "1",
    title: "Xerox toner",
    name: "006R",
    ean: ["0095205603217", "95205603217", "123"],
    short_description: "Toner",
    supplier: "Xerox",
    price: 4995,
    attr_t_type: "Original",
    attr_n_weight: 1200,
    attr_b_wi_fi: false,
    attr_n_pallet_width: 800,
    attr_n_weight__imperial_: 1,
  }

  it("keeps typed attributes with label and unit, and leaves logistics out", () => {
    const { draft } = mapIcecat({ stock: 5 })(record)
    expect(draft?.attributes).toEqual([
      { key: "part_number", label: "Référence du fabricant", labelEn: "Part number", type: "text", value: "006R" },
      { key: "type", label: "Type", labelEn: "Type", type: "text", value: "Original" },
      { key: "weight", label: "Poids", labelEn: "Weight", type: "number", value: 1200, unit: "g" },
      { key: "wi_fi", label: "Wi-Fi", labelEn: "Wi-Fi", type: "boolean", value: false },
    ])
    expect(draft).toMatchObject({ source: "Icecat", sourceKey: "1", handle: "xerox-toner-1" })
  })

  it("normalises GTINs and says which it leaves out", () => {
    const { draft, complaints } = mapIcecat({ stock: 5 })(record)
    expect(draft?.variants).toEqual([{ sku: "IC-1", gtins: ["0095205603217"], price: 4995, stock: 5 }])
    expect(complaints.map((c) => [c.level, c.code])).toEqual([
      ["warning", "BAD_GTIN"],
      ["warning", "BAD_GTIN"],
    ])
  })

  it("keeps an article without a price, and refuses one without a title", () => {
    expect(mapIcecat({ stock: 5 })({ ...record, price: undefined })).toMatchObject({
      draft: { variants: [{ price: null }] },
    })
    expect(mapIcecat({ stock: 5 })({ ...record, title: " " })).toMatchObject({
      key: "1",
      draft: null,
      complaints: [{ level: "error", code: "BAD_FIELD" }],
    })
    for (const nonsense of [null, 7, "x", []]) expect(mapIcecat({ stock: 5 })(nonsense).draft).toBeNull()
  })
})
