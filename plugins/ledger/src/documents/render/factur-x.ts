import type { TDocumentDefinitions } from "pdfmake/interfaces"
import { element as el, xmlDocument } from "./xml"

const FILE = "factur-x.xml"

/** Makes the PDF/A-3 carry its own data: Factur-X 1.0, profile EN 16931. */
export function withData(definition: TDocumentDefinitions, xml: string, at: Date): TDocumentDefinitions {
  return {
    ...definition,
    files: {
      [FILE]: {
        src: `data:text/xml;base64,${Buffer.from(xml, "utf8").toString("base64")}`,
        name: FILE,
        description: "Factur-X",
        // pdfkit takes all of these; the types of pdfmake do not name them.
        ...{
          relationship: "Alternative",
          type: "text/xml",
          creationDate: new Date(at.getTime()),
          modifiedDate: new Date(at.getTime()),
        },
      },
    },
  }
}

const NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
const ABOUT = { "rdf:about": "" }

const PROPERTIES = [
  ["DocumentFileName", "name of the embedded XML invoice file"],
  ["DocumentType", "INVOICE"],
  ["Version", "The actual version of the Factur-X XML schema"],
  ["ConformanceLevel", "The conformance level of the embedded Factur-X data"],
] as const

/** XMP by which a reader knows a Factur-X; PDF/A asks that a schema of one's own is described beside its use. */
export const FACTUR_X_XMP = [
  el(
    "rdf:Description",
    [
      el("fx:DocumentType", "INVOICE"),
      el("fx:DocumentFileName", FILE),
      el("fx:Version", "1.0"),
      el("fx:ConformanceLevel", "EN 16931"),
    ],
    { ...ABOUT, "xmlns:fx": NAMESPACE },
  ),
  el(
    "rdf:Description",
    [
      el("pdfaExtension:schemas", [
        el("rdf:Bag", [
          el(
            "rdf:li",
            [
              el("pdfaSchema:schema", "Factur-X PDFA Extension Schema"),
              el("pdfaSchema:namespaceURI", NAMESPACE),
              el("pdfaSchema:prefix", "fx"),
              el("pdfaSchema:property", [
                el(
                  "rdf:Seq",
                  PROPERTIES.map(([name, description]) =>
                    el(
                      "rdf:li",
                      [
                        el("pdfaProperty:name", name),
                        el("pdfaProperty:valueType", "Text"),
                        el("pdfaProperty:category", "external"),
                        el("pdfaProperty:description", description),
                      ],
                      { "rdf:parseType": "Resource" },
                    ),
                  ),
                ),
              ]),
            ],
            { "rdf:parseType": "Resource" },
          ),
        ]),
      ]),
    ],
    {
      ...ABOUT,
      "xmlns:pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
      "xmlns:pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
      "xmlns:pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    },
  ),
]
  .map((node) => xmlDocument(node).replace(/^<\?xml.*\?>\n/, ""))
  .join("")
