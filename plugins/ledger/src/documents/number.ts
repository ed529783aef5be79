import { DOCUMENT_PREFIX, type DocumentKind } from "./document"

/** One series a kind and year: FC-2026. */
export const seriesOf = (kind: DocumentKind, issueDay: string): string =>
  `${DOCUMENT_PREFIX[kind]}-${issueDay.slice(0, 4)}`

export const numberOf = (series: string, sequence: number): string => `${series}-${String(sequence).padStart(6, "0")}`
