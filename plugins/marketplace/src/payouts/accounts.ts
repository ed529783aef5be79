import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { checkIdentifier } from "../sellers/identifiers"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import type { AccountStanding, BankAccount, SellerIdentity } from "./provider/provider"
import { payoutProviderOf } from "./provider/provider-of"
import type { PayoutAccountRow } from "./store/rows"

export async function payoutAccountOf(container: MedusaContainer, sellerId: string): Promise<PayoutAccountRow | null> {
  const row = (await knexOf(container)("marketplace_payout_account").where("seller_id", sellerId).first()) as
    PayoutAccountRow | undefined
  // An account at another provider than today's is of no use.
  return row && row.provider === payoutProviderOf(container).id ? row : null
}

/**
 * Hands an IBAN to whoever pays out, and keeps what it is called there, its country and four digits. The number itself is
 * neither stored nor logged. A changed account has to be verified again before anything is paid to it; who changed it is
 * written down with it.
 * @throws BAD_IDENTIFIER | NOT_FOUND | PAYOUT_PROVIDER
 */
export async function registerBankAccount(
  container: MedusaContainer,
  sellerId: string,
  iban: string,
  actor?: Act["actor"],
): Promise<BankAccount> {
  const seller = await identityOf(container, sellerId)
  const check = checkIdentifier("iban", seller.countryCode, iban)
  if (!check.ok) throw marketplaceError("BAD_IDENTIFIER", check.message, { field: "iban" })
  const plain = check.value
  const provider = payoutProviderOf(container)
  const known = await payoutAccountOf(container, sellerId)
  const token = known?.token ?? (provider.listed ? null : await asked(() => provider.openAccount(seller)))
  if (token && token !== known?.token)
    await saveAccount(container, sellerId, { token, state: "ONBOARDING", requirements: [], reason: null })
  const bank = await asked(() => provider.registerBankAccount(seller, plain, token))
  const same = known?.bank_token === bank.token
  const values = {
    token,
    bank_token: bank.token,
    last4: bank.last4,
    country: bank.country,
    state: same ? known.state : provider.listed ? "TO_VERIFY" : (known?.state ?? "ONBOARDING"),
    requirements: known?.requirements ?? [],
    reason: null,
  } as const
  await knexOf(container).transaction(async (trx) => {
    await saveAccount(container, sellerId, values, trx)
    if (!actor) return
    const subject = { type: "seller", id: sellerId }
    const details = { country: bank.country, changed: !same }
    await recordAct(container, { actor, action: "payout-account.register", subject, sellerId, details }, trx)
  })
  return bank
}

/**
 * A page of the provider where the seller proves who it is; opens the account at the first call.
 * @throws PAYOUT_ACCOUNT where nobody is asked (ledger-only)
 */
export async function payoutOnboardingLink(
  container: MedusaContainer,
  sellerId: string,
  urls: { readonly back: string; readonly again: string },
): Promise<string> {
  const provider = payoutProviderOf(container)
  if (provider.listed)
    throw marketplaceError("PAYOUT_ACCOUNT", "Payouts are ordered at the operator's bank: give an IBAN instead")
  const known = await payoutAccountOf(container, sellerId)
  const token = known?.token ?? (await openAt(container, sellerId))
  return asked(() => provider.onboardingLink(token, urls))
}

async function openAt(container: MedusaContainer, sellerId: string): Promise<string> {
  const provider = payoutProviderOf(container)
  if (provider.listed) throw new Error("a list has no accounts")
  const seller = await identityOf(container, sellerId)
  // The provider makes one account a seller however often it is asked: the seller's id is the idempotency key.
  const token = await asked(() => provider.openAccount(seller))
  await saveAccount(container, sellerId, { token, state: "ONBOARDING", requirements: [], reason: null })
  return token
}

/** Asks the provider how the account stands, for what no message told. */
export async function refreshPayoutAccount(container: MedusaContainer, sellerId: string): Promise<void> {
  const provider = payoutProviderOf(container)
  const known = await payoutAccountOf(container, sellerId)
  if (provider.listed || !known?.token) return
  const { token } = known
  await applyStanding(container, token, await asked(() => provider.readAccount(token)), clockOf(container).now())
}

/** News about an account; news older than what is known changes nothing. @returns whether it did */
export async function applyStanding(
  container: MedusaContainer,
  token: string,
  standing: AccountStanding,
  toldAt: Date,
): Promise<boolean> {
  const changed = await knexOf(container)("marketplace_payout_account")
    .where("token", token)
    .where((query) => void query.whereNull("told_at").orWhere("told_at", "<=", toldAt))
    .update({
      state: standing.state,
      requirements: JSON.stringify(standing.requirements),
      reason: standing.reason,
      told_at: toldAt,
      updated_at: clockOf(container).now(),
      ...(standing.bank
        ? { bank_token: standing.bank.token, last4: standing.bank.last4, country: standing.bank.country }
        : {}),
    })
  return changed > 0
}

/**
 * Ledger-only: the operator has entered the account at the house's bank and compared the holder's name.
 * @throws NOT_FOUND | PAYOUT_ACCOUNT where the provider verifies, or nothing waits
 */
export async function verifyPayoutAccount(
  container: MedusaContainer,
  { sellerId, accepted, reason, by }: { sellerId: string; accepted: boolean; reason: string | null; by: string },
): Promise<void> {
  const account = await payoutAccountOf(container, sellerId)
  if (!account) throw notFound("A bank account of this seller")
  if (!payoutProviderOf(container).listed)
    throw marketplaceError("PAYOUT_ACCOUNT", "The payment provider verifies accounts; ask it to look again instead")
  if (!accepted && (reason ?? "").trim().length < 10)
    throw marketplaceError("BAD_INPUT", "Tell the seller in a sentence what is wrong with the account")
  await knexOf(container).transaction(async (trx) => {
    await trx("marketplace_payout_account")
      .where("seller_id", sellerId)
      .update({
        state: accepted ? "VERIFIED" : "RESTRICTED",
        reason: accepted ? null : reason!.trim(),
        updated_at: clockOf(container).now(),
      })
    const actor = { type: "OPERATOR" as const, id: by }
    const subject = { type: "seller", id: sellerId }
    const action = accepted ? "payout-account.verify" : "payout-account.refuse"
    await recordAct(container, { actor, action, subject, sellerId }, trx)
  })
}

async function saveAccount(
  container: MedusaContainer,
  sellerId: string,
  values: Partial<PayoutAccountRow> & Pick<PayoutAccountRow, "state">,
  trx?: Knex.Transaction,
): Promise<void> {
  await (trx ?? knexOf(container))("marketplace_payout_account")
    .insert({
      ...values,
      ...(values.requirements ? { requirements: JSON.stringify(values.requirements) } : {}),
      seller_id: sellerId,
      provider: payoutProviderOf(container).id,
      updated_at: clockOf(container).now(),
    })
    .onConflict("seller_id")
    .merge()
}

async function identityOf(container: MedusaContainer, sellerId: string): Promise<SellerIdentity> {
  const row = (await knexOf(container)("marketplace_seller").where("id", sellerId).first()) as
    { id: string; name: string; email: string; country_code: string } | undefined
  if (!row) throw notFound("This seller")
  return { id: row.id, name: row.name, email: row.email, countryCode: row.country_code }
}

/** The provider's no, in a sentence for a person; the cause is kept. */
async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw marketplaceError("PAYOUT_PROVIDER", `The payment provider did not accept it: ${reason}`)
  }
}
