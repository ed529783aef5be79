import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Workbook } from "exceljs"
import { detectEncoding } from "../encoding"
import { type FileFormat, readRecords } from "../read-records"
import { separatorOf } from "./csv-records"

const folder = mkdtempSync(join(tmpdir(), "gondola-readers-"))
afterAll(() => rmSync(folder, { recursive: true }))

let number = 0
function fileOf(content: string | Uint8Array): string {
  const file = join(folder, `f${(number += 1)}`)
  writeFileSync(file, content)
  return file
}
async function read(file: string, format: FileFormat) {
  const all = []
  for await (const record of readRecords(file, format)) all.push(record)
  return all
}
const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"))

describe("reading a seller's file", () => {
  it("tells the encodings apart", async () => {
    const text = "sku;titre\nA;Théière\n"
    expect(await detectEncoding(fileOf(text))).toBe("utf-8")
    expect(await detectEncoding(fileOf(`\ufeff${text}`))).toBe("utf-8")
    expect(await detectEncoding(fileOf(latin(text)))).toBe("windows-1252")
    expect(await detectEncoding(fileOf(Buffer.from(`\ufeff${text}`, "utf16le")))).toBe("utf-16le")
    await expect(detectEncoding(fileOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x00, 0x01, 0xff])))).rejects.toMatchObject({
      code: "BAD_ENCODING",
    })
  })

  it.each(["utf-8", "utf-8 with a mark", "windows-1252", "utf-16"])(
    "reads the same words from %s",
    async (encoding) => {
      const text = "SKU;Prix;Titre\r\nA;12,50;Théière «été»\r\n"
      const bytes =
        encoding === "windows-1252"
          ? latin(text)
          : encoding === "utf-16"
            ? Buffer.from(`\ufeff${text}`, "utf16le")
            : encoding.endsWith("mark")
              ? `\ufeff${text}`
              : text
      expect(await read(fileOf(bytes), "csv")).toEqual([
        { line: 2, record: { sku: "A", prix: "12,50", titre: "Théière «été»" } },
      ])
    },
  )

  it("lets one sign separate, so that a decimal comma cuts nothing", () => {
    expect(separatorOf("sku;prix;stock")).toBe(";")
    expect(separatorOf('sku,"a;b;c;d",prix')).toBe(",")
    expect(separatorOf("sku\tprix\tstock, unités")).toBe("\t")
    expect(separatorOf("sku")).toBe(",")
  })

  it("reads JSON by line or as an array, and goes on after a broken object", async () => {
    expect(await read(fileOf('{"sku":"A"}\n\n{bad\n{"sku":"B"}\n'), "json")).toMatchObject([
      { line: 1, record: { sku: "A" } },
      { line: 3, fault: expect.stringContaining("not a JSON object") },
      { line: 4, record: { sku: "B" } },
    ])
    const array = '[\n {"sku":"A","t":"a } \\" ] b","in":{"x":[1]}},\n {"sku":\n"B"}, {oops},\n {"sku":"C"'
    expect(await read(fileOf(array), "json")).toMatchObject([
      { line: 2, record: { sku: "A", t: 'a } " ] b', in: { x: [1] } } },
      { line: 3, record: { sku: "B" } },
      { line: 4, fault: expect.any(String) },
      { line: 5, fault: expect.stringContaining("middle") },
    ])
  })

  it("reads the first sheet of a workbook by its cells, formulas by their last result", async () => {
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet("Offres")
    sheet.addRow([])
    sheet.addRow(["SKU", "EAN", "Prix", "Stock"])
    sheet.addRow(["A", 3017620422003, 12.9, 4])
    sheet.addRow([])
    sheet.addRow(["B", "3017620422003", { formula: "1+1", result: 2 }, { formula: "cmd()" }])
    const file = join(folder, "book.xlsx")
    await workbook.xlsx.writeFile(file)
    expect(await read(file, "xlsx")).toEqual([
      { line: 3, record: { sku: "A", ean: "3017620422003", prix: "12.9", stock: "4" } },
      { line: 5, record: { sku: "B", ean: "3017620422003", prix: "2", stock: "" } },
    ])
    await expect(read(fileOf("PK\u0003\u0004 no workbook"), "xlsx")).rejects.toMatchObject({ code: "BAD_FILE" })
  })
})
