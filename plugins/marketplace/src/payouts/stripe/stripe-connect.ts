import type Stripe from "stripe"
import type { StripeOptions } from "../provider/options"
import type { CallingProvider, TransferOrder } from "../provider/provider"
import { stripeClient } from "./client"
import { movementsOf } from "./movements"
import { outcomeOf } from "./outcome"
import { standingOf } from "./standing"

const PAYOUT = "gondola_payout"

/** Bank payouts of one account that are looked through for one whose answer was lost. */
const LOOK_BACK = 300

/**
 * Separate charges and transfers: the house is paid by the shopper and transfers each seller's share to its connected
 * account, whose bank payouts are made by hand here, one a payout, so that each is told of by name.
 */
export function stripeConnect(options: StripeOptions): CallingProvider {
  const stripe = stripeClient(options)
  const openAccount: CallingProvider["openAccount"] = async (seller) => {
    const account = await stripe.accounts.create(
      {
        country: seller.countryCode.toUpperCase(),
        email: seller.email,
        business_profile: { name: seller.name },
        controller: {
          stripe_dashboard: { type: "express" },
          fees: { payer: "application" },
          losses: { payments: "application" },
          requirement_collection: "stripe",
        },
        capabilities: { transfers: { requested: true } },
        settings: { payouts: { schedule: { interval: "manual" } } },
        metadata: { gondola_seller: seller.id },
      },
      { idempotencyKey: `account:${seller.id}` },
    )
    return account.id
  }
  return {
    id: "stripe",
    listed: false,
    openAccount,
    async registerBankAccount(seller, iban, token) {
      const account = token ?? (await openAccount(seller))
      const plain = iban.replace(/\s+/g, "").toUpperCase()
      const { id } = await stripe.tokens.create({
        bank_account: { country: plain.slice(0, 2), currency: "eur", account_number: plain },
      })
      const made = (await stripe.accounts.createExternalAccount(account, {
        external_account: id,
      })) as Stripe.BankAccount
      return { token: made.id, last4: made.last4, country: made.country }
    },
    async onboardingLink(token, { back, again }) {
      const link = await stripe.accountLinks.create({
        account: token,
        type: "account_onboarding",
        return_url: back,
        refresh_url: again,
      })
      return link.url
    },
    readAccount: async (token) => standingOf(await stripe.accounts.retrieve(token)),
    transfer: (order) =>
      outcomeOf(() =>
        stripe.transfers.create(
          {
            amount: order.amount,
            currency: order.currency.toLowerCase(),
            destination: order.accountToken,
            transfer_group: order.payoutId,
            metadata: { [PAYOUT]: order.payoutId },
          },
          { idempotencyKey: order.payoutId },
        ),
      ),
    async findTransfer(payoutId) {
      const { data } = await stripe.transfers.list({ transfer_group: payoutId, limit: 10 })
      return data.find((each) => each.metadata[PAYOUT] === payoutId)?.id ?? null
    },
    payToBank: (order) =>
      outcomeOf(() =>
        stripe.payouts.create(
          { amount: order.amount, currency: order.currency.toLowerCase(), metadata: { [PAYOUT]: order.payoutId } },
          { idempotencyKey: `${order.payoutId}:bank`, stripeAccount: order.accountToken },
        ),
      ),
    findBankPayout: (order) => findBankPayout(stripe, order),
    takeBack: (order, transfer) =>
      outcomeOf(() =>
        stripe.transfers.createReversal(
          transfer,
          { amount: order.amount, metadata: { [PAYOUT]: order.payoutId } },
          { idempotencyKey: `${order.payoutId}:reversal` },
        ),
      ),
    async findReversal(transfer) {
      const { data } = await stripe.transfers.listReversals(transfer, { limit: 1 })
      return data[0]?.id ?? null
    },
    movements: (from, to) => movementsOf(stripe, from, to),
  }
}

async function findBankPayout(stripe: Stripe, { payoutId, accountToken }: TransferOrder): Promise<string | null> {
  let seen = 0
  for await (const each of stripe.payouts.list({ limit: 100 }, { stripeAccount: accountToken })) {
    if (each.metadata?.[PAYOUT] === payoutId) return each.id
    seen += 1
    if (seen >= LOOK_BACK) break
  }
  return null
}
