import fc from "fast-check"
import { bagCode, isCode, returnNumber } from "./codes"
import { PHOTO_LIMIT, photoOfDataUrl } from "./photo"

describe("codes", () => {
  const bytes = fc.uint8Array({ minLength: 7, maxLength: 7 })

  it("are recognised, and one wrong or two swapped characters are not", () => {
    fc.assert(
      fc.property(
        bytes,
        fc.integer({ min: 2, max: 8 }),
        fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXY"),
        (b, at, c) => {
          const code = bagCode(b)
          expect(isCode(code)).toBe(true)
          if (code[at] !== c) expect(isCode(code.slice(0, at) + c + code.slice(at + 1))).toBe(false)
          const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
          if (at < 8 && swapped !== code) expect(isCode(swapped)).toBe(false)
        },
      ),
    )
    expect(returnNumber(new Uint8Array(7))).toMatch(/^R-0{7}/)
    expect(isCode("X-00000000")).toBe(false)
  })
})

describe("photo", () => {
  const url = (mime: string, bytes: number[]) => `data:${mime};base64,${Buffer.from(bytes).toString("base64")}`
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]

  it("believes the content, not the label", () => {
    expect(photoOfDataUrl(url("image/jpeg", png)).mime).toBe("image/png")
    expect(photoOfDataUrl(url("image/png", [0xff, 0xd8, 0xff, 0xe0])).mime).toBe("image/jpeg")
    expect(() => photoOfDataUrl(url("image/png", [...Buffer.from("<svg onload=…>")]))).toThrow(/not a picture/)
    expect(() => photoOfDataUrl("https://example.com/a.png")).toThrow(/data URL/)
    expect(() => photoOfDataUrl(url("image/svg+xml", png))).toThrow(/data URL/)
  })

  it("refuses more than 300 kB", () => {
    expect(() => photoOfDataUrl(url("image/png", [...png, ...new Array<number>(PHOTO_LIMIT).fill(0)]))).toThrow(
      /300 kB/,
    )
  })
})
