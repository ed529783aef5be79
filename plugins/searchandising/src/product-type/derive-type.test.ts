import { queryTokens } from "../text/tokens"
import { typeOfQuery, typeOfTitle, typeTokens } from "./derive-type"

describe("type of a title", () => {
  it.each([
    ["Compaq 6530b Notebook PC 35.8 cm 1440 x 900 pixels", "notebook"],
    ["CL502 mobile phone case Black", "mobile phone case"],
    ['Mission Laptop Bag 15.6" Black', "notebook case"],
    ["17” Laptop Slip Case notebook case 43.2 cm", "notebook case"],
    ["MLT-D1042S toner cartridge Original Black 1 pc(s)", "toner cartridge"],
    ['9PTC2 internal solid state drive 2.5" 960 GB', "solid state drive"],
    ["V55t AMD Ryzen 5 3400G 8 GB DDR4-SDRAM 256 GB SSD Tower Black PC", "desktop computer"],
    ['LE1851w 47 cm (18.5") 1366 x 768 pixels Black', "monitor"],
    ["LaserJet M3027x Laser 1200 x 1200 DPI 25 ppm A4", "printer"],
    ["Housse pour ordinateur portable", null],
    ["Cartouche d'encre noire", "ink cartridge"],
    ["Tasse bleue en grès", "mug"],
    ["Lampe de bureau", "lamp"],
    ["2 Port ExpressCard Laptop USB 2.0 Adapter Card", "interface card"],
    ["Contour Laptop Roller", null],
    ["Car Charger for iPhone", "mobile device charger"],
  ])("%s → %s", (title, type) => expect(typeOfTitle(title)?.en ?? null).toBe(type))
})

describe("type of a query", () => {
  it("is the thing itself, or a kind of it", () => {
    expect(typeOfQuery(queryTokens("laptops"))).toMatchObject({ entry: { en: "notebook" }, same: true })
    expect(typeOfQuery(queryTokens("black phone case"))).toMatchObject({ entry: { en: "mobile phone case" }, from: 1 })
    expect(typeOfQuery(queryTokens("chromebook"))).toMatchObject({ entry: { en: "notebook" }, same: false })
    expect(typeOfQuery(queryTokens("xerox"))).toBeNull()
  })

  it("puts every word for a thing, of both languages, into the index once", () => {
    const tokens = typeTokens(typeOfQuery(queryTokens("laptop"))!.entry)
    expect(tokens).toEqual(expect.arrayContaining(["laptop", "notebook", "ordinateur", "portable"]))
    expect(new Set(tokens).size).toBe(tokens.length)
  })
})
