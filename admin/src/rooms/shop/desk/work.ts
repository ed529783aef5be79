import type { Basis, Grade, Reason, StoreReturn } from "../returns"
import type { DeskLine, DeskOrder } from "./queries"

/** What the clerk noted about one line. */
export interface LineDraft {
  quantity: number
  basis: Basis
  reason: Reason
  grade: Grade
  deductionPercent: number
  note: string
  photo: string | null
}

/** One return at the desk, kept over a reload of the page. */
export interface Work {
  order: DeskOrder
  /** Makes opening harmless to repeat. */
  key: string
  lines: Record<string, LineDraft>
  quoted?: StoreReturn
  /** The lines changed after the quote. */
  stale: boolean
  settled?: StoreReturn
}

export const isWorn = (grade: Grade): boolean => grade === "G3" || grade === "G4"
/** The law allows a deduction only for handling beyond testing, and never for a defect. */
export const mayDeduct = (draft: LineDraft): boolean => isWorn(draft.grade) && draft.basis === "WITHDRAWAL"
export const needsPhoto = (grade: Grade): boolean => isWorn(grade) || grade === "GX"

const REASONS: Record<Basis, Reason> = {
  WITHDRAWAL: "CHANGED_MIND",
  CONFORMITY: "DEFECTIVE",
  COMMERCIAL: "CHANGED_MIND",
}

export function draftOf(line: DeskLine, quantity: number): LineDraft {
  const basis = line.bases[0] ?? "WITHDRAWAL"
  return { quantity, basis, reason: REASONS[basis], grade: "G1", deductionPercent: 0, note: "", photo: null }
}

/** Quantity is kept between nothing and what may still come back; nothing takes the line out. */
export function withQuantity(work: Work, line: DeskLine, quantity: number): Work {
  const kept = Math.max(0, Math.min(line.returnable, quantity))
  const { [line.lineId]: before, ...others } = work.lines
  const lines =
    kept === 0 ? others : { ...others, [line.lineId]: before ? { ...before, quantity: kept } : draftOf(line, kept) }
  return { ...work, lines, stale: true }
}

export function withDraft(work: Work, lineId: string, part: Partial<LineDraft>): Work {
  const before = work.lines[lineId]
  if (!before) return work
  const next = { ...before, ...part }
  const draft = { ...next, deductionPercent: mayDeduct(next) ? next.deductionPercent : 0 }
  return { ...work, lines: { ...work.lines, [lineId]: draft }, stale: true }
}

/** Titles of lines whose grade asks for a photo that is not there yet. */
export const withoutPhoto = (work: Work): string[] =>
  work.order.lines.flatMap((line) => {
    const draft = work.lines[line.lineId]
    return draft && needsPhoto(draft.grade) && !draft.photo ? [line.title] : []
  })

export const linesInput = (work: Work) =>
  work.order.lines.flatMap(({ lineId }) => {
    const draft = work.lines[lineId]
    return draft ? [{ ...draft, lineId, note: draft.note.trim() || null }] : []
  })

/** A scanned article: the line it belongs to, by GTIN with or without the leading zeros of its 14 digits. */
export function lineOfScan(order: DeskOrder, code: string): DeskLine | undefined {
  const bare = (text: string): string => text.trim().replace(/^0+/, "")
  const found = order.lines.filter((line) => line.gtin && bare(line.gtin) === bare(code))
  return found.find((line) => line.returnable > 0) ?? found[0]
}
