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

/** Declared units that have not come back yet: a return consumes declarations before anything else. */
export function openDeclared(declared: number, returnedSinceUnderWithdrawal: number): number {
  return Math.max(0, declared - returnedSinceUnderWithdrawal)
}
