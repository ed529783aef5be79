import type { Act } from "../trail/act"
import { approvedLetter, sentBackLetter } from "./letters/application"
import { liftedLetter, suspendedLetter } from "./letters/standing"
import type { SellerMove } from "./move-seller"
import type { Ground } from "./standing/statement"

/** What an operator does with a seller; plain data, so that a workflow can carry it. */
export interface SellerChange {
  readonly sellerId: string
  readonly deed: "approve" | "ask_again" | "reject" | "suspend"
  readonly actor: Act["actor"]
  readonly reason: string | null
  readonly ground?: Ground
  /** The notice that led here. */
  readonly noticeId?: string | null
}

/** Approving also lifts a suspension. */
export function moveOf({ sellerId, deed, actor, reason, ground = "terms", noticeId = null }: SellerChange): SellerMove {
  const base = { sellerId, actor, reason }
  const why = reason ?? ""
  switch (deed) {
    case "approve":
      return {
        ...base,
        moves: ["approve", "lift"],
        letter: {
          kind: "seller.approved",
          text: ({ name }, move) => (move === "lift" ? liftedLetter(name) : approvedLetter(name)),
        },
      }
    case "ask_again":
      return {
        ...base,
        moves: ["ask_again"],
        letter: { kind: "seller.sent_back", text: ({ name }) => sentBackLetter(name, why, false) },
      }
    case "reject":
      return {
        ...base,
        moves: ["reject"],
        statement: { decision: "rejection", ground, noticeId },
        letter: { kind: "seller.rejected", text: ({ name }) => sentBackLetter(name, why, true) },
      }
    case "suspend":
      return {
        ...base,
        moves: ["suspend"],
        statement: { decision: "suspension", ground, noticeId },
        letter: { kind: "seller.suspended", text: ({ name }) => suspendedLetter(name, why, ground) },
      }
  }
}
