import type { LineFacts } from "./types"

/**
 * Units a desk may still take. Medusa accepts the same unit twice once the first return was received, so this is
 * counted here: delivered − received − dismissed − requested by an open return.
 */
export function freeQuantity(line: Pick<LineFacts, "delivered" | "returned">, requested: number): number {
  return Math.max(0, line.delivered - line.returned - requested)
}

/** Units an online declaration may still name: the right exists before delivery, and a unit is declared once. */
export function declarableQuantity(line: Pick<LineFacts, "quantity" | "returned">, declaredOpen: number): number {
  return Math.max(0, line.quantity - line.returned - declaredOpen)
}

/** A declaration adds units, goods that come back under withdrawal take them off again. */
export interface WithdrawalEvent {
  readonly at: Date
  readonly lineId: string
  /** Positive when declared, negative when brought back. */
  readonly units: number
}

/**
 * Units declared and not yet brought back, by line. In the order of time: what came back undeclared does not use up a
 * declaration made later.
 */
export function openDeclared(events: readonly WithdrawalEvent[]): Record<string, number> {
  const open: Record<string, number> = {}
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime()))
    open[event.lineId] = Math.max(0, (open[event.lineId] ?? 0) + event.units)
  return open
}
