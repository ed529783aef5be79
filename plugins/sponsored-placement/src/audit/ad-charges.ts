import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AuditCheck, AuditFinding } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"

interface AdvertiserSums {
  id: string
  currency: string
  balance: string
  clicked: string
  spent: string
}

/**
 * Σ ledger = Σ charged clicks = what the campaigns spent = what left the wallet, to the micro, for every advertiser;
 * and every campaign's own clicks, in all and on its last day.
 */
export const adChargeAudit: AuditCheck = {
  name: "ad-charges",
  async run(container) {
    const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
    // One snapshot: clicks that come in while we add up are in all sums or in none.
    return sponsoredOf(container).db.transaction(
      async (trx) => {
        const advertisers = (await trx.raw(ADVERTISERS)).rows as AdvertiserSums[]
        const campaigns = (await trx.raw(CAMPAIGNS)).rows as Record<string, string>[]
        const findings = campaigns
          .filter((c) => c.clicked !== c.spent || c.clicked_day !== c.spent_day)
          .map(campaignFinding)
        for (const advertiser of advertisers) findings.push(...(await againstLedger(ledger, trx, advertiser)))
        return { examined: advertisers.length + campaigns.length, findings }
      },
      { isolationLevel: "repeatable read", readOnly: true },
    )
  },
}

const campaignFinding = (c: Record<string, string>): AuditFinding => ({
  subject: `campaign ${c.id}`,
  detail: `charged clicks ${c.clicked} (last day ${c.clicked_day}), spent ${c.spent} (last day ${c.spent_day}) micros`,
})

async function againstLedger(
  ledger: LedgerModuleService,
  transaction: Knex.Transaction,
  advertiser: AdvertiserSums,
): Promise<AuditFinding[]> {
  const { id, currency } = advertiser
  const kinds = await ledger.totalsByKind({ account: "advertising_wallet", party: id, currency }, transaction)
  const owed = await ledger.owed("advertising_wallet", id, { currency, transaction })
  const booked = -(kinds.find(({ kind }) => kind === "ad_click")?.amount ?? 0)
  const agree =
    booked === Number(advertiser.clicked) && booked === Number(advertiser.spent) && owed === Number(advertiser.balance)
  if (agree) return []
  return [
    {
      subject: `advertiser ${id}`,
      detail: `ledger: clicks ${booked}, wallet ${owed}; charged clicks ${advertiser.clicked}, campaigns spent ${advertiser.spent}, balance ${advertiser.balance} micros`,
    },
  ]
}

const ADVERTISERS = `select v.id, v.currency, v.balance_micros::text as balance,
    coalesce((select sum(price_micros) from sponsored_click k where k.advertiser_id = v.id and k.charged), 0)::text as clicked,
    coalesce((select sum(spent_micros) from sponsored_campaign c where c.advertiser_id = v.id), 0)::text as spent
  from sponsored_advertiser v order by v.id`

const CAMPAIGNS = `select c.id, c.spent_micros::text as spent, c.spent_day_micros::text as spent_day,
    coalesce(sum(k.price_micros), 0)::text as clicked,
    coalesce(sum(k.price_micros) filter (where k.day = c.spend_day), 0)::text as clicked_day
  from sponsored_campaign c left join sponsored_click k on k.campaign_id = c.id and k.charged
  group by c.id order by c.id`
