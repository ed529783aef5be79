/**
 *     OPEN → ANSWERED → ESCALATED → DECIDED
 *       └──────────────────↗
 * OPEN waits for the other side's answer, ANSWERED for the opener's reaction, ESCALATED for the operator. Silence of the
 * side that has to answer escalates; silence of the opener after an answer closes. CLOSED ends it without a decision: the
 * opener took it back, or an offer was taken.
 */
export type DisputeState = "OPEN" | "ANSWERED" | "ESCALATED" | "DECIDED" | "CLOSED"

export type DisputeMove = "ANSWER" | "ESCALATE" | "WITHDRAW" | "TAKE_OFFER" | "DECIDE" | "ANSWER_LATE" | "REACTION_LATE"

export type DisputeParty = "SHOPPER" | "SELLER" | "OPERATOR" | "SYSTEM"

interface Rule {
  readonly from: readonly DisputeState[]
  readonly to: DisputeState
  readonly by: "opener" | "other" | "operator" | "clock"
}

const RULES: Readonly<Record<DisputeMove, Rule>> = {
  ANSWER: { from: ["OPEN"], to: "ANSWERED", by: "other" },
  ESCALATE: { from: ["ANSWERED"], to: "ESCALATED", by: "opener" },
  WITHDRAW: { from: ["OPEN", "ANSWERED", "ESCALATED"], to: "CLOSED", by: "opener" },
  TAKE_OFFER: { from: ["ANSWERED"], to: "CLOSED", by: "opener" },
  DECIDE: { from: ["OPEN", "ANSWERED", "ESCALATED"], to: "DECIDED", by: "operator" },
  ANSWER_LATE: { from: ["OPEN"], to: "ESCALATED", by: "clock" },
  REACTION_LATE: { from: ["ANSWERED"], to: "CLOSED", by: "clock" },
}

export interface DisputeFacts {
  readonly state: DisputeState
  readonly openedBy: "SHOPPER" | "SELLER"
  /** Minor units that the other side offered in its answer. */
  readonly offered: number | null
  /** About the retailer's own part: the operator speaks for its seller. */
  readonly ofHouse: boolean
}

function isParty(rule: Rule, party: DisputeParty, dispute: DisputeFacts): boolean {
  if (rule.by === "operator") return party === "OPERATOR"
  if (rule.by === "clock") return party === "SYSTEM"
  const side = party === "OPERATOR" && dispute.ofHouse ? "SELLER" : party
  const opener = dispute.openedBy === side
  return rule.by === "opener" ? opener : !opener && (side === "SHOPPER" || side === "SELLER")
}

/** The state after the move, or null where this party may not make it now. */
export function moveDispute(dispute: DisputeFacts, move: DisputeMove, party: DisputeParty): DisputeState | null {
  const rule = RULES[move]
  if (!rule.from.includes(dispute.state) || !isParty(rule, party, dispute)) return null
  if (move === "TAKE_OFFER" && !dispute.offered) return null
  return rule.to
}

export const movesOf = (dispute: DisputeFacts, party: DisputeParty): DisputeMove[] =>
  (Object.keys(RULES) as DisputeMove[]).filter((move) => moveDispute(dispute, move, party) !== null)

export const isEnded = (state: DisputeState): boolean => state === "DECIDED" || state === "CLOSED"
