import type { DeskLine } from "./queries"
import type { Work } from "./work"
import { lineOfScan, linesInput, withDraft, withQuantity, withoutPhoto } from "./work"

const line = (lineId: string, gtin: string, returnable = 2): DeskLine => ({
  lineId,
  title: lineId,
  variantTitle: null,
  image: null,
  gtin,
  ownerName: "Atelier",
  ownerIsRetailer: false,
  ordered: returnable,
  returnable,
  alreadyReturned: 0,
  bases: ["WITHDRAWAL"],
  note: null,
  unitPrice: { amount: 1200, currency: "EUR" },
})
const mug = line("mug", "03760000000017")
const lamp = line("lamp", "3760000000024", 1)
const work: Work = {
  order: {
    orderId: "o",
    number: 1,
    placedAt: "2026-11-01T00:00:00Z",
    customerName: "A",
    withdrawalUntil: null,
    openReturnId: null,
    heldBy: null,
    lines: [mug, lamp],
  },
  key: "k",
  lines: {},
  stale: false,
}

describe("the clerk's return", () => {
  test("never takes more than may come back, and none takes the line out", () => {
    expect(withQuantity(work, mug, 5).lines.mug?.quantity).toBe(2)
    expect(withQuantity(withQuantity(work, mug, 1), mug, 0).lines.mug).toBeUndefined()
  })

  test("a deduction falls when the grade or the basis does not allow it", () => {
    const worn = withDraft(withQuantity(work, lamp, 1), "lamp", { grade: "G3", deductionPercent: 10 })
    expect(worn.lines.lamp?.deductionPercent).toBe(10)
    expect(withDraft(worn, "lamp", { basis: "CONFORMITY" }).lines.lamp?.deductionPercent).toBe(0)
    expect(withDraft(worn, "lamp", { grade: "G2" }).lines.lamp?.deductionPercent).toBe(0)
  })

  test("asks for a photo from G3", () => {
    const worn = withDraft(withQuantity(work, lamp, 1), "lamp", { grade: "G3" })
    expect(withoutPhoto(worn)).toEqual(["lamp"])
    expect(withoutPhoto(withDraft(worn, "lamp", { photo: "data:image/jpeg;base64,x" }))).toEqual([])
  })

  test("finds the scanned article whatever its leading zeros", () => {
    expect(lineOfScan(work.order, "3760000000017")?.lineId).toBe("mug")
    expect(lineOfScan(work.order, "03760000000024\n")?.lineId).toBe("lamp")
    expect(lineOfScan(work.order, "123")).toBeUndefined()
  })

  test("sends only what was chosen, and marks the quote as old", () => {
    const chosen = withQuantity(work, mug, 2)
    expect(chosen.stale).toBe(true)
    expect(linesInput(chosen)).toEqual([
      expect.objectContaining({ lineId: "mug", quantity: 2, basis: "WITHDRAWAL", note: null }),
    ])
  })
})
