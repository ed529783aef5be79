import fc from "fast-check"
import { checkedPaper, MAX_PAPER_BYTES, tidyFileName } from "./file-check"

const PDF = Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n")
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)
const codeOf = async (bytes: Buffer): Promise<string> =>
  checkedPaper(bytes).catch((refused: { code: string }) => refused.code)

describe("a paper", () => {
  it("is known by its content, not by its name", async () => {
    expect(await codeOf(PDF)).toBe("application/pdf")
    expect(await codeOf(PNG)).toBe("image/png")
    expect(await codeOf(Buffer.from("<html><script>alert(1)</script></html>"))).toBe("BAD_FILE")
    expect(await codeOf(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"))).toBe("BAD_FILE")
    expect(await codeOf(Buffer.from("MZ\x90\0program"))).toBe("BAD_FILE")
    expect(await codeOf(Buffer.alloc(0))).toBe("BAD_FILE")
  })

  it("has a largest size", async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(MAX_PAPER_BYTES)])
    expect(await codeOf(large)).toBe("FILE_TOO_LARGE")
  })

  it("gets a name that breaks no header and leaves no folder", () => {
    expect(tidyFileName("../../etc/passwd")).toBe(".. .. etc passwd")
    expect(tidyFileName('Kbis\r\n"2026".pdf')).toBe("Kbis 2026 .pdf")
    expect(tidyFileName(" ")).toBe("document")
    fc.assert(
      fc.property(fc.string(), (name) => {
        const tidy = tidyFileName(name)
        return tidy.length > 0 && tidy.length <= 120 && !/[\r\n"/\\]/.test(tidy)
      }),
    )
  })
})
