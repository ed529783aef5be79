import type { Cents } from "@gondola/kit"

/**
 * What an outside call came to. `refused`: certainly nothing was moved. `unknown`: nobody can say; the payout keeps its claim
 * until somebody finds out.
 */
export type CallOutcome =
  | { readonly kind: "done"; readonly reference: string }
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | { readonly kind: "unknown"; readonly message: string }

export interface TransferOrder {
  /** Idempotency key and transfer group. */
  readonly payoutId: string
  readonly accountToken: string
  readonly amount: Cents
  /** ISO 4217, upper case. */
  readonly currency: string
}

export interface BankAccount {
  /** The provider's name for it, never the number. */
  readonly token: string
  readonly last4: string
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string
}

export type AccountState = "MISSING" | "ONBOARDING" | "TO_VERIFY" | "RESTRICTED" | "VERIFIED"

export interface AccountStanding {
  readonly state: AccountState
  /** What the provider still asks for, in its own words. */
  readonly requirements: readonly string[]
  readonly reason: string | null
  readonly bank: BankAccount | null
}

export interface SellerIdentity {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly countryCode: string
}

/** A movement on the house's balance at the provider. */
export interface BalanceMovement {
  readonly id: string
  readonly kind: "transfer" | "reversal"
  /** The payout it belongs to; null where the provider does not name one of ours. */
  readonly payoutId: string | null
  /** Minor units, positive for money that left for a seller. */
  readonly amount: number
  readonly currency: string
  readonly at: Date
}

/** Pays from a list: nothing is called, the operator orders the transfers at the bank and says what became of them. */
export interface ListedProvider {
  readonly id: "ledger"
  readonly listed: true
  registerBankAccount(seller: SellerIdentity, iban: string, token: string | null): Promise<BankAccount>
}

/** Pays by calls that may fail, hang or be answered twice. */
export interface CallingProvider {
  readonly id: "stripe"
  readonly listed: false
  registerBankAccount(seller: SellerIdentity, iban: string, token: string | null): Promise<BankAccount>
  openAccount(seller: SellerIdentity): Promise<string>
  onboardingLink(token: string, urls: { readonly back: string; readonly again: string }): Promise<string>
  readAccount(token: string): Promise<AccountStanding>
  /** Asked again with the same payout it moves nothing a second time. */
  transfer(order: TransferOrder): Promise<CallOutcome>
  /** The transfer of a payout, if there is one: what a lost answer is looked up with. */
  findTransfer(payoutId: string): Promise<string | null>
  payToBank(order: TransferOrder): Promise<CallOutcome>
  findBankPayout(order: TransferOrder): Promise<string | null>
  takeBack(order: TransferOrder, transfer: string): Promise<CallOutcome>
  findReversal(transfer: string): Promise<string | null>
  movements(from: Date, to: Date): AsyncIterable<BalanceMovement>
}

export type PayoutProvider = ListedProvider | CallingProvider
