import { createHash } from "node:crypto"
import type { IssuedDocument } from "./document"

/** What the first document of a series follows. */
export const FIRST_HASH = "0".repeat(64)

/** JSON with its keys in order, so that the same content always reads the same, whatever a database made of it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (value !== null && typeof value === "object")
    return `{${Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
      .join(",")}}`
  return JSON.stringify(value)
}

export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex")

export type Hashed = Pick<
  IssuedDocument,
  "number" | "kind" | "party" | "currency" | "issueDay" | "content" | "previousHash"
>

/** Seals a document to the one before it in its series: changing or removing any of them breaks every later seal. */
export const documentHash = (document: Hashed): string =>
  sha256(
    canonical({
      number: document.number,
      kind: document.kind,
      party: document.party,
      currency: document.currency,
      issueDay: document.issueDay,
      content: document.content,
      previousHash: document.previousHash,
    }),
  )

export interface ChainLink extends Hashed {
  readonly series: string
  readonly sequence: number
  readonly hash: string
}

/** Gaps and broken seals of one series, in the order of its numbers. */
export function chainFaults(links: readonly ChainLink[]): { number: string; fault: string }[] {
  const faults: { number: string; fault: string }[] = []
  let before = FIRST_HASH
  links.forEach((link, index) => {
    if (link.sequence !== index + 1) faults.push({ number: link.number, fault: `stands at place ${index + 1}` })
    if (link.previousHash !== before)
      faults.push({ number: link.number, fault: "does not follow the document before it" })
    if (link.hash !== documentHash(link)) faults.push({ number: link.number, fault: "was changed after it was issued" })
    before = link.hash
  })
  return faults
}
