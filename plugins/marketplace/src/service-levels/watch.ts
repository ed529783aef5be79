import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { faceUrl } from "../notifications/face-url"
import { type OrderPolicy, readOrderPolicy } from "../order-policy/order-policy"
import type { SellerRow } from "../sellers/seller-row"
import { tellOperator, tellSeller } from "../sellers/tell"
import { suspendSeller } from "../workflows/withdraw-seller"
import type { Standing } from "./levels"
import { levelsLetter, reasonOf } from "./letters"
import { levelsWith, type ServiceLevels } from "./service-levels"

const RANK: Readonly<Record<Standing, number>> = { GOOD: 0, WARNED: 1, SUSPENDABLE: 2 }

/**
 * Measures every active seller once a day and keeps the figures. Whoever falls is told once; below the lower limits the
 * operator is told as well, or the seller is suspended where the operator has asked for that.
 * @returns how many sellers were measured
 */
export async function watchServiceLevels(container: MedusaContainer): Promise<number> {
  const now = clockOf(container).now()
  const policy = await readOrderPolicy(container)
  const sellers = await marketplaceOf(container).listSellers({ state: "active" }, { take: null })
  for (const seller of sellers) {
    try {
      await watch(container, seller, { policy, now })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Levels of seller ${seller.id} are not measured: ${why}`)
    }
  }
  return sellers.length
}

async function watch(
  container: MedusaContainer,
  seller: SellerRow,
  at: { readonly policy: OrderPolicy; readonly now: Date },
): Promise<void> {
  const levels = await levelsWith(container, seller.id, at)
  const day = dayOf(at.now)
  const knex = knexOf(container)
  await knex.transaction(async (trx) => {
    const before = (await trx("marketplace_service_level")
      .where("seller_id", seller.id)
      .where("day", "<", day)
      .orderBy("day", "desc")
      .first("standing")) as { standing: Standing } | undefined
    const row = {
      figures: JSON.stringify({ figures: levels.figures, breaches: levels.breaches, orders: levels.orders }),
      standing: levels.standing,
      at: at.now,
    }
    await trx("marketplace_service_level")
      .insert({ seller_id: seller.id, day, ...row })
      .onConflict(["seller_id", "day"])
      .merge(row)
    if (RANK[levels.standing] <= RANK[before?.standing ?? "GOOD"]) return
    const telling = { kind: "seller.levels", key: `levels:${seller.id}:${day}:${levels.standing}` }
    const url = faceUrl(container, "portal", "/seller/performance")
    await tellSeller(container, seller, { ...telling, letter: levelsLetter(levels, { name: null, url }) }, trx)
    if (levels.standing !== "SUSPENDABLE") return
    const desk = faceUrl(container, "portal", "/operator/service-levels")
    const letter = levelsLetter(levels, { name: seller.name, url: desk })
    await tellOperator(container, { ...telling, key: `${telling.key}:operator`, letter }, trx)
  })
  await suspendByRule(container, seller, { levels, policy: at.policy })
}

async function suspendByRule(
  container: MedusaContainer,
  seller: SellerRow,
  { levels, policy }: { readonly levels: ServiceLevels; readonly policy: OrderPolicy },
): Promise<void> {
  if (!policy.suspendAutomatically || levels.standing !== "SUSPENDABLE") return
  await suspendSeller(container, { sellerId: seller.id, actor: "system:service-levels", reason: reasonOf(levels) })
}
