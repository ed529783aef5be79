/** An element: its name, its attributes where it has any, and its content. Null and empty lists leave no trace. */
export type Xml = string | null | readonly Xml[] | XmlElement

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: Xml
}

export const element = (name: string, content: Xml, attributes: Readonly<Record<string, string>> = {}): XmlElement => ({
  name,
  attributes,
  content,
})

/** The whole document, in UTF-8. Characters that XML 1.0 forbids are dropped: no text of a person can break a file. */
export const xmlDocument = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, 0)}\n`

function written(node: XmlElement, depth: number): string {
  const indent = "  ".repeat(depth)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("")
  const children = elementsOf(node.content)
  if (children.length === 0)
    return `${indent}<${node.name}${attributes}>${escaped(textOf(node.content))}</${node.name}>`
  const inner = children.map((child) => written(child, depth + 1)).join("\n")
  return `${indent}<${node.name}${attributes}>\n${inner}\n${indent}</${node.name}>`
}

function elementsOf(content: Xml): XmlElement[] {
  if (content === null || typeof content === "string") return []
  return isList(content) ? content.flatMap(elementsOf) : [content]
}

const isList = (content: Xml): content is readonly Xml[] => Array.isArray(content)

const textOf = (content: Xml): string => (typeof content === "string" ? content : "")

const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are the ones that must go
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

const escaped = (text: string): string => text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (each) => ESCAPES[each]!)
