import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { crc32, deflateRawSync } from "node:zlib"
import { Workbook } from "exceljs"
import { detectEncoding } from "../encoding"
import { type FileFormat, readRecords } from "../read-records"
import { csvRecords, separatorOf } from "./csv-records"
import { jsonRecords, LONGEST_RECORD } from "./json-records"
import { soundZip } from "./sound-zip"

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

describe("a file that is too much", () => {
  const MB = 1024 * 1024
  /** Generated while it is read, so that only what the reader keeps is in memory. */
  function* much(megabytes: number, sign: string, head = "", tail = "") {
    yield Buffer.from(head)
    for (let at = 0; at < megabytes; at += 1) yield Buffer.alloc(MB, sign)
    yield Buffer.from(tail)
  }
  const growth = async (work: () => Promise<void>): Promise<number> => {
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
    await work()
    clearInterval(watch)
    return (Math.max(most, process.memoryUsage().rss) - before) / MB
  }

  it("holds no more of one giant line of JSON than the longest record, and goes on after it", async () => {
    const found: unknown[] = []
    const grown = await growth(async () => {
      const text = Readable.from(much(256, "x", '{"sku":"A"}\n{"sku":"', '"}\n{"sku":"B"}\n'))
      for await (const record of jsonRecords(text)) found.push(record)
    })
    expect(found).toEqual([
      { line: 1, record: { sku: "A" } },
      { line: 2, fault: `This record is longer than ${LONGEST_RECORD} characters` },
      { line: 3, record: { sku: "B" } },
    ])
    expect(grown).toBeLessThan(100)
  })

  it("reads one giant array of JSON, one giant object of it left out", async () => {
    const found: unknown[] = []
    const text = Readable.from(much(64, "y", '[{"sku":"A"},\n{"sku":"', '"},{"sku":"B"}]'))
    for await (const record of jsonRecords(text)) found.push(record)
    expect(found).toEqual([
      { line: 1, record: { sku: "A" } },
      { line: 2, fault: expect.stringContaining("longer") },
      { line: 2, record: { sku: "B" } },
    ])
  })

  it("refuses a CSV without line breaks, or with a quotation mark that is never closed, by its line", async () => {
    const all = async (text: Readable) => {
      for await (const _ of csvRecords(text)) void _
    }
    const grown = await growth(async () => {
      for (const head of ["", 'sku;titre\nA;"'])
        await expect(all(Readable.from(much(1024, "z", head)))).rejects.toMatchObject({ code: "BAD_FILE" })
    })
    expect(grown).toBeLessThan(100)
  }, 30_000)
})

describe("a workbook that lies", () => {
  interface Part {
    readonly name: string
    readonly content: Buffer
    /** What the directory says instead of the truth. */
    readonly says?: number
  }
  function zipOf(parts: readonly Part[]): Buffer {
    const files: Buffer[] = []
    const directory: Buffer[] = []
    let at = 0
    for (const { name, content, says = content.length } of parts) {
      const packed = deflateRawSync(content)
      const common = Buffer.alloc(26)
      common.writeUInt16LE(20, 0)
      common.writeUInt16LE(8, 4)
      common.writeUInt32LE(typeof crc32 === "function" ? crc32(content) : 0, 10)
      common.writeUInt32LE(packed.length, 14)
      common.writeUInt32LE(says, 18)
      common.writeUInt16LE(name.length, 22)
      const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed])
      const more = Buffer.alloc(14)
      more.writeUInt32LE(at, 10)
      directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, more, Buffer.from(name)]))
      files.push(local)
      at += local.length
    }
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt32LE(Buffer.concat(directory).length, 12)
    end.writeUInt32LE(at, 16)
    return Buffer.concat([...files, ...directory, end])
  }
  const sheet = (text: string): Buffer =>
    Buffer.from(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>sku</v></c></row><row r="2"><c r="A2" t="str"><v>${text}</v></c></row></sheetData></worksheet>`,
    )
  const workbook: Part[] = [
    {
      name: "xl/workbook.xml",
      content: Buffer.from(
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: Buffer.from('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    },
  ]
  const SHEET = "xl/worksheets/sheet1.xml"

  it("is read when what it says is so", async () => {
    const file = fileOf(zipOf([...workbook, { name: SHEET, content: sheet("A") }]))
    expect(await read(file, "xlsx")).toEqual([{ line: 2, record: { sku: "A" } }])
  })

  it("is refused when it unpacks to other than its directory says, more or less", async () => {
    for (const says of [100, 3_000_000_000]) {
      const file = fileOf(zipOf([...workbook, { name: SHEET, content: sheet("A".repeat(2 * 1024 * 1024)), says }]))
      await expect(read(file, "xlsx")).rejects.toMatchObject({ code: "BAD_FILE" })
    }
  })

  it("is refused at the limit of what all its parts unpack to, by the bytes themselves", async () => {
    const parts = [1, 2, 3].map((n) => ({ name: `xl/worksheets/sheet${n}.xml`, content: Buffer.alloc(400_000) }))
    const file = fileOf(zipOf(parts))
    const sound = async (most: number) => {
      const zip = await soundZip(file, { wanted: () => true, most })
      zip?.destroy()
      return zip !== null
    }
    expect(await sound(1_200_000)).toBe(true)
    expect(await sound(1_199_999)).toBe(false)
  })

  it("hands nothing on that the directory does not name", async () => {
    const hidden = zipOf([{ name: SHEET, content: sheet("HIDDEN") }])
    const shown = zipOf([...workbook, { name: SHEET, content: sheet("SHOWN") }])
    // Another sheet in front of the first entry, which a reader from the beginning would meet first.
    const inFront = hidden.subarray(0, hidden.indexOf("PK\u0001\u0002"))
    const moved = Buffer.concat([inFront, shown])
    const end = moved.length - 22
    const at = moved.readUInt32LE(end + 16) + inFront.length
    moved.writeUInt32LE(at, end + 16)
    for (let entry = at; entry < end; entry += 46 + moved.readUInt16LE(entry + 28))
      moved.writeUInt32LE(moved.readUInt32LE(entry + 42) + inFront.length, entry + 42)
    expect(await read(fileOf(moved), "xlsx")).toEqual([{ line: 2, record: { sku: "SHOWN" } }])
  })
})
