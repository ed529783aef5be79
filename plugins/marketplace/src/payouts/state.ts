/**
 * Earning, transfer and bank payout are three things. CLAIMED: the intent is written and holds its entries. SENDING: the
 * transfer was asked for. TO_PAY: on the operator's list (ledger-only). TRANSFERRED: the provider moved it to the seller's
 * account there. BANKING, IN_TRANSIT: on its way to the bank. PAID: the bank has it, told by the provider or the operator.
 * REFUSED: nothing left, the claims are free again. RETURNING, RETURNED: it came back and is owed again.
 */
export const PAYOUT_STATES = [
  "CLAIMED",
  "SENDING",
  "TO_PAY",
  "TRANSFERRED",
  "BANKING",
  "IN_TRANSIT",
  "PAID",
  "REFUSED",
  "RETURNING",
  "RETURNED",
] as const

export type PayoutState = (typeof PAYOUT_STATES)[number]

const NEXT: Readonly<Record<PayoutState, readonly PayoutState[]>> = {
  CLAIMED: ["SENDING", "TO_PAY", "REFUSED"],
  SENDING: ["TRANSFERRED", "REFUSED"],
  TO_PAY: ["PAID", "REFUSED"],
  TRANSFERRED: ["BANKING", "IN_TRANSIT", "PAID", "RETURNING"],
  BANKING: ["TRANSFERRED", "IN_TRANSIT", "PAID", "RETURNING"],
  IN_TRANSIT: ["PAID", "RETURNING"],
  // A bank may send money back days after it took it.
  PAID: ["RETURNING", "RETURNED"],
  REFUSED: [],
  RETURNING: ["RETURNED"],
  RETURNED: [],
}

export const mayBecome = (from: PayoutState, to: PayoutState): boolean => NEXT[from].includes(to)

/** The claims of these are free again; of all others they hold. */
export const releasesClaims = (state: PayoutState): boolean => state === "REFUSED"

/** The seller's account in the ledger has been charged with it. */
export const isBooked = (state: PayoutState): boolean => !["CLAIMED", "SENDING", "TO_PAY", "REFUSED"].includes(state)

/** What a message of the provider about the bank payout makes of a payout; null: it is late or doubled and changes nothing. */
export function afterBankMessage(state: PayoutState, message: "paid" | "failed"): PayoutState | null {
  const to = message === "paid" ? "PAID" : "RETURNING"
  return mayBecome(state, to) ? to : null
}
