import { marketplaceError } from "../errors"

export const SELLER_STATES = [
  "invited",
  "applied",
  "documents",
  "in_review",
  "active",
  "suspended",
  "rejected",
  "closed",
] as const
export type SellerState = (typeof SELLER_STATES)[number]

interface Rule {
  readonly from: readonly SellerState[]
  readonly to: SellerState
  /** The seller is told why (P2B art. 4), so that the move is refused without. */
  readonly needsReason: boolean
}

const IN_PROGRESS: readonly SellerState[] = ["applied", "documents", "in_review"]

/** The whole life of a seller. What is not here cannot happen. */
export const MOVES = {
  /** The person who was invited opened an account. */
  open_account: { from: ["invited"], to: "applied", needsReason: false },
  /** The trader's data are whole; papers are next. */
  complete_data: { from: ["applied"], to: "documents", needsReason: false },
  hand_in: { from: ["applied", "documents"], to: "in_review", needsReason: false },
  /** The operator sends the file back. */
  ask_again: { from: ["in_review"], to: "documents", needsReason: true },
  approve: { from: ["in_review"], to: "active", needsReason: false },
  reject: { from: [...IN_PROGRESS], to: "rejected", needsReason: true },
  /** A rejected applicant corrects and tries again. */
  resume: { from: ["rejected"], to: "documents", needsReason: false },
  suspend: { from: ["active"], to: "suspended", needsReason: true },
  lift: { from: ["suspended"], to: "active", needsReason: false },
  close: {
    from: ["invited", ...IN_PROGRESS, "rejected", "active", "suspended"],
    to: "closed",
    needsReason: true,
  },
} as const satisfies Record<string, Rule>

export type Move = keyof typeof MOVES

export const movesFrom = (state: SellerState): Move[] =>
  (Object.keys(MOVES) as Move[]).filter((move) => (MOVES[move].from as readonly SellerState[]).includes(state))

/** @throws SELLER_STATE from a state where the move does not exist */
export function stateAfter(state: SellerState, move: Move): SellerState {
  if (!movesFrom(state).includes(move))
    throw marketplaceError(
      "SELLER_STATE",
      `This seller is ${state}; «${move.replace("_", " ")}» is not possible from there. Reload the page.`,
      { state, move },
    )
  return MOVES[move].to
}
