import type Stripe from "stripe"
import type { AccountStanding } from "../provider/provider"

/** The part of Stripe's account that decides about payouts. */
export type AccountShape = Pick<
  Stripe.Account,
  "details_submitted" | "payouts_enabled" | "capabilities" | "requirements" | "external_accounts"
>

/** Payouts wait until Stripe has verified the account and lets it receive transfers and pay them to a bank. */
export function standingOf(account: AccountShape): AccountStanding {
  const due = [...(account.requirements?.past_due ?? []), ...(account.requirements?.currently_due ?? [])]
  const bank = account.external_accounts?.data.find(
    (each): each is Stripe.BankAccount => each.object === "bank_account",
  )
  return {
    state:
      account.payouts_enabled && account.capabilities?.transfers === "active"
        ? "VERIFIED"
        : account.details_submitted
          ? "RESTRICTED"
          : "ONBOARDING",
    requirements: [...new Set(due)],
    reason: account.requirements?.disabled_reason ?? null,
    bank: bank ? { token: bank.id, last4: bank.last4, country: bank.country } : null,
  }
}
