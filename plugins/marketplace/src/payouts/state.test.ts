import fc from "fast-check"
import { afterBankMessage, isBooked, mayBecome, PAYOUT_STATES, type PayoutState, releasesClaims } from "./state"

it("never says paid without a word from outside: no way leads there from an intent, a request or a refusal", () => {
  for (const from of ["CLAIMED", "SENDING", "REFUSED", "RETURNING", "RETURNED"] as const)
    expect(mayBecome(from, "PAID")).toBe(false)
})

it("frees claims only where nothing was booked", () => {
  for (const state of PAYOUT_STATES) expect(releasesClaims(state) && isBooked(state)).toBe(false)
})

it("ends every walk in paid, refused or returned, and never leaves the last two", () => {
  for (const state of PAYOUT_STATES) {
    const ways = PAYOUT_STATES.filter((to) => mayBecome(state, to))
    expect(ways.length === 0).toBe(state === "REFUSED" || state === "RETURNED")
  }
})

it("takes the bank's messages doubled, late and in any order: failed is never overtaken by paid", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("paid" as const, "failed" as const), { maxLength: 8 }), (messages) => {
      let state: PayoutState = "IN_TRANSIT"
      for (const message of messages) state = afterBankMessage(state, message) ?? state
      const expected = messages.includes("failed") ? "RETURNING" : messages.length > 0 ? "PAID" : "IN_TRANSIT"
      expect(state).toBe(expected)
    }),
  )
})
