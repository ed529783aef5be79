import { dirname, join } from "node:path"
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces"

/** Every font is embedded in full subsets: PDF/A allows nothing else. */
function fonts(): Record<string, Record<string, string>> {
  const folder = join(dirname(require.resolve("pdfmake/package.json")), "fonts/Roboto")
  return {
    Roboto: {
      normal: join(folder, "Roboto-Regular.ttf"),
      bold: join(folder, "Roboto-Medium.ttf"),
      italics: join(folder, "Roboto-Italic.ttf"),
      bolditalics: join(folder, "Roboto-MediumItalic.ttf"),
    },
  }
}

let ready: typeof import("pdfmake") | null = null

/** Loaded at the first document: a server that prints none pays nothing for it. */
async function pdfmake(): Promise<typeof import("pdfmake")> {
  if (ready) return ready
  const loaded = (await import("pdfmake")) as typeof import("pdfmake") & { default?: typeof import("pdfmake") }
  const library = loaded.default ?? loaded
  library.setFonts(fonts())
  // Nothing is fetched and no file but the fonts is read, whatever a document says.
  library.setUrlAccessPolicy(() => false)
  library.setLocalAccessPolicy((path: string) => path.includes("Roboto"))
  ready = library
  return library
}

/** @param xmp more metadata, for a PDF that carries data */
export async function pdfBytes(definition: TDocumentDefinitions, xmp: string | null = null): Promise<Buffer> {
  const pdf = (await pdfmake()).createPdf(definition)
  if (xmp !== null) {
    // The drawing surface under pdfmake is pdfkit's, whose types do not name this method.
    const surface = (await pdf.getStream()) as unknown as { appendXML(xml: string, newline: boolean): void }
    surface.appendXML(xmp, false)
  }
  return pdf.getBuffer()
}

export const INK = "#1c1b1a"
export const MUTED = "#6b6763"
export const RULE = "#d9d4ce"
export const ACCENT = "#0f5a4b"

export const heading = (text: string): Content => ({ text, style: "heading" })

export const STYLES: TDocumentDefinitions["styles"] = {
  title: { fontSize: 20, bold: true, color: INK },
  heading: { fontSize: 11, bold: true, color: ACCENT, margin: [0, 16, 0, 6] },
  small: { fontSize: 8, color: MUTED },
  head: { fontSize: 8, bold: true, color: MUTED },
  total: { fontSize: 12, bold: true },
}

/** Thin rules between rows, none around them. */
export const ROWS = {
  hLineWidth: (index: number, node: { table: { body: unknown[] } }) =>
    index === 0 || index === node.table.body.length ? 0 : 0.5,
  vLineWidth: () => 0,
  hLineColor: () => RULE,
  paddingTop: () => 4,
  paddingBottom: () => 4,
  paddingLeft: (index: number) => (index === 0 ? 0 : 6),
  paddingRight: () => 0,
}
