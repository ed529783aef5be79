import { existsSync } from "node:fs"
import { join } from "node:path"
import { readRecords } from "../read-records"
import { OTHER } from "./category-rules"
import { mapIcecat } from "./map-icecat"

const FILE = join(__dirname, "../../../../../../shared/data/icecat/products.jsonl.gz")
const there = existsSync(FILE)
if (!there) console.warn(`The Icecat catalogue is not at ${FILE}: its test is skipped`)

;(there ? describe : describe.skip)("the whole Icecat catalogue", () => {
  it("maps without an error, and finds a shelf for more than 85 % of it", async () => {
    const map = mapIcecat({ stock: 1 })
    let records = 0
    let other = 0
    const handles = new Set<string>()
    for await (const item of readRecords(FILE, "icecat")) {
      if (item.fault !== undefined) throw new Error(item.fault)

      const { draft } = map(item.record)
      expect(draft).not.toBeNull()
      records += 1
      handles.add(draft!.handle!)
      if (draft!.categories[0] === OTHER) other += 1
    }
    expect(records).toBe(19_406)
    expect(handles.size).toBe(records)
    expect(other / records).toBeLessThan(0.15)
  }, 120_000)
})
