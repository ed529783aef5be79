import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { micros } from "@gondola/kit"
import { LEDGER_MODULE, type Journal, type LedgerModuleService } from "@gondola/ledger"
import { leftOf, type Purse, refusalOf, type UnchargedReason } from "../budget/decide-charge"
import { purseOf } from "../live/snapshot"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import type { ServedSlot } from "../token/token"
import { SESSION_WINDOW_MS } from "./invalid-traffic"

export interface ServedClick {
  readonly chargeKey: string
  readonly auctionId: string
  readonly served: ServedSlot
  readonly sessionHash: string | null
  /** Found before; the session's duplicates are looked for here. */
  readonly suspicion: UnchargedReason | null
  readonly at: Date
  readonly day: string
}

export type ClickOutcome = { readonly charged: boolean; readonly reason: UnchargedReason | "repeated" | null }

/**
 * Charges a served ad at most once, all in one transaction: click, budget, wallet, ledger. A crash at any point leaves
 * all or nothing; a repeated click finds the first one and changes nothing. What is not billed is kept with its reason.
 */
export async function chargeClick(container: MedusaContainer, click: ServedClick): Promise<ClickOutcome> {
  const { db, live } = sponsoredOf(container)
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  const outcome = await db.transaction(async (trx): Promise<ClickOutcome & { purse?: Purse }> => {
    if (!(await insertClick(trx, click))) return { charged: false, reason: "repeated" }
    const locked = await lockPurse(trx, click)
    const reason =
      click.suspicion ??
      ((await isSessionDuplicate(trx, click)) ? "duplicate_session" : refusalOf(locked.purse, click.served.price))
    if (reason) {
      await trx("sponsored_click").where({ charge_key: click.chargeKey }).update({ reason })
      return { charged: false, reason }
    }
    const purse = await spend(trx, click, locked.purse)
    await ledger.post([journalOf(click, locked.currency)], trx)
    await trx("sponsored_click").where({ charge_key: click.chargeKey }).update({ charged: true, reason: null })
    // Other processes learn from the version that this campaign has run dry.
    if (leftOf(purse) < click.served.price) await trx("sponsored_version").where({ id: 1 }).increment("n", 1)
    return { charged: true, reason: null, purse }
  })
  if (outcome.purse) live.spent(click.served.campaignId, outcome.purse)
  return { charged: outcome.charged, reason: outcome.reason }
}

async function insertClick(trx: Knex.Transaction, { served, ...click }: ServedClick): Promise<boolean> {
  const inserted = await trx("sponsored_click")
    .insert({
      charge_key: click.chargeKey,
      auction_id: click.auctionId,
      slot: served.slot,
      ad_id: served.adId,
      campaign_id: served.campaignId,
      advertiser_id: served.advertiserId,
      target_id: served.targetId,
      product_id: served.productId,
      price_micros: served.price,
      charged: false,
      reason: "undecided",
      session_hash: click.sessionHash,
      day: click.day,
      at: click.at,
    })
    .onConflict("charge_key")
    .ignore()
    .returning("charge_key")
  return inserted.length > 0
}

/**
 * Advertiser first, then campaign, everywhere in this order; clicks of one wallet queue here. NO KEY: the inserted click
 * already shares both rows' keys with every other click under way, and a full lock would wait for those in a circle.
 */
async function lockPurse(
  trx: Knex.Transaction,
  { served, day }: ServedClick,
): Promise<{ purse: Purse; currency: string }> {
  const advertiser = (await trx("sponsored_advertiser")
    .where({ id: served.advertiserId })
    .forNoKeyUpdate()
    .first("balance_micros", "currency")) as { balance_micros: string; currency: string }
  const campaign = (await trx("sponsored_campaign")
    .where({ id: served.campaignId })
    .forNoKeyUpdate()
    .first("*", trx.raw("spend_day::text as spend_day_text"))) as Record<string, unknown>
  return { purse: purseOf({ ...campaign, ...advertiser }, day), currency: advertiser.currency }
}

/** Sessions of one advertiser's ad queue at the wallet, so that two clicks at once see each other. */
async function isSessionDuplicate(trx: Knex.Transaction, click: ServedClick): Promise<boolean> {
  if (click.sessionHash === null) return false
  const before = await trx("sponsored_click")
    .where({ session_hash: click.sessionHash, ad_id: click.served.adId, charged: true })
    .where("at", ">", new Date(click.at.getTime() - SESSION_WINDOW_MS))
    .first("charge_key")
  return before !== undefined
}

/** The conditions say again what was decided: no row changes beyond its budget, whoever comes here by another way. */
async function spend(trx: Knex.Transaction, { served, day }: ServedClick, purse: Purse): Promise<Purse> {
  const { price } = served
  const wallet = await trx("sponsored_advertiser")
    .where({ id: served.advertiserId })
    .where("balance_micros", ">=", price)
    .decrement("balance_micros", price)
  const campaign = await trx("sponsored_campaign")
    .where({ id: served.campaignId, state: "ACTIVE" })
    .whereRaw("spent_micros + ? <= lifetime_budget_micros", [price])
    .whereRaw("? <= daily_budget_micros", [purse.spentToday + price])
    .update({
      spent_micros: trx.raw("spent_micros + ?", [price]),
      spend_day: day,
      spent_day_micros: purse.spentToday + price,
    })
  if (wallet !== 1 || campaign !== 1) throw new Error(`click on ${served.adId} lost its budget under its lock`)
  return {
    ...purse,
    balance: micros(purse.balance - price),
    spent: micros(purse.spent + price),
    spentToday: micros(purse.spentToday + price),
  }
}

const journalOf = ({ chargeKey, served, at }: ServedClick, currency: string): Journal => ({
  businessKey: `ad_click:${chargeKey}`,
  document: { type: "ad_campaign", id: served.campaignId },
  currency,
  occurredAt: at,
  entries: [
    {
      account: "advertising_wallet",
      party: served.advertiserId,
      kind: "ad_click",
      amount: served.price,
      description: "Click",
    },
    {
      account: "advertising_revenue",
      party: null,
      kind: "ad_click",
      amount: micros(-served.price),
      description: "Click",
    },
  ],
})
