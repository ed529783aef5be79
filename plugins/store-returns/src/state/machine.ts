import { storeReturnError } from "../errors"

export const STATES = [
  "DRAFT",
  "QUOTED",
  "AWAITING_APPROVAL",
  "REFUSED",
  "ACCEPTED",
  "REFUNDED",
  "DISPOSED",
  "EXPIRED",
] as const
export type StoreReturnState = (typeof STATES)[number]

/** ACCEPTED is the point of no return: from there a return is only ever finished, by the clerk or by the job. */
const NEXT: Readonly<Record<StoreReturnState, readonly StoreReturnState[]>> = {
  DRAFT: ["QUOTED", "AWAITING_APPROVAL", "REFUSED", "EXPIRED"],
  QUOTED: ["QUOTED", "AWAITING_APPROVAL", "ACCEPTED", "REFUSED", "EXPIRED"],
  AWAITING_APPROVAL: ["QUOTED", "AWAITING_APPROVAL", "REFUSED", "EXPIRED"],
  ACCEPTED: ["REFUNDED"],
  REFUNDED: ["DISPOSED"],
  REFUSED: [],
  DISPOSED: [],
  EXPIRED: [],
}

/** Holds the lease on its order. */
export const OPEN_STATES: readonly StoreReturnState[] = ["DRAFT", "QUOTED", "AWAITING_APPROVAL"]

export const isOpen = (state: StoreReturnState): boolean => OPEN_STATES.includes(state)
export const isSettled = (state: StoreReturnState): boolean => state === "REFUNDED" || state === "DISPOSED"
export const canMove = (from: StoreReturnState, to: StoreReturnState): boolean => NEXT[from].includes(to)

/** @throws WRONG_STATE */
export function assertMove(from: StoreReturnState, to: StoreReturnState): void {
  if (!canMove(from, to))
    throw storeReturnError("WRONG_STATE", `This return is ${from.toLowerCase()} and cannot become ${to.toLowerCase()}`)
}
