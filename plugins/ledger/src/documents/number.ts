import { DOCUMENT_PREFIX, type DocumentKind } from "./document"

/** One series a kind and year: FC-2026; where each issuer counts by itself, one of its own: FV-12-2026. */
export const seriesOf = (kind: DocumentKind, issueDay: string, issuerCode?: string): string =>
  [DOCUMENT_PREFIX[kind], ...(issuerCode ? [issuerCode] : []), issueDay.slice(0, 4)].join("-")

export const numberOf = (series: string, sequence: number): string => `${series}-${String(sequence).padStart(6, "0")}`
