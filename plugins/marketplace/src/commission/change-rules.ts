import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { type CommissionRule, reordered } from "./rule"
import { readRules } from "./rule-store"

export interface CommissionRuleDraft {
  readonly name: string
  readonly categoryHandle?: string | null
  readonly sellerId?: string | null
  readonly brand?: string | null
  /** Cents. */
  readonly minPrice?: number | null
  readonly rateBps: number
  /** Cents for each unit. */
  readonly fixed: number
  readonly active: boolean
}

/** A new rule goes to the end of the list, where it disturbs none. @throws BAD_INPUT */
export async function createRule(container: MedusaContainer, draft: CommissionRuleDraft): Promise<CommissionRule> {
  const id = generateEntityId(undefined, "comrule")
  await changing(container, async (trx) => {
    const columns = await checked(trx, draft)
    const [last] = (await trx("marketplace_commission_rule").max("position as position")) as {
      position: number | null
    }[]
    await trx("marketplace_commission_rule").insert({ id, position: (last?.position ?? 0) + 1, ...columns })
  })
  return oneRule(container, id)
}

/** What was charged already keeps its snapshot. @throws NOT_FOUND | BAD_INPUT */
export async function updateRule(
  container: MedusaContainer,
  id: string,
  draft: CommissionRuleDraft,
): Promise<CommissionRule> {
  await changing(container, async (trx) => {
    const changed = await trx("marketplace_commission_rule")
      .where("id", id)
      .update(await checked(trx, draft))
    if (changed === 0) throw notFound("This rule")
  })
  return oneRule(container, id)
}

/** Position 1 is asked first. @throws NOT_FOUND */
export async function moveRule(container: MedusaContainer, id: string, position: number): Promise<CommissionRule[]> {
  await changing(container, async (trx) => {
    const rules = (await trx("marketplace_commission_rule").select("id", "position")) as {
      id: string
      position: number
    }[]
    if (!rules.some((rule) => rule.id === id)) throw notFound("This rule")
    for (const rule of reordered(rules, id, position))
      await trx("marketplace_commission_rule").where("id", rule.id).update({ position: rule.position })
  })
  return readRules(container)
}

/** @throws NOT_FOUND */
export async function deleteRule(container: MedusaContainer, id: string): Promise<void> {
  await changing(container, async (trx) => {
    if ((await trx("marketplace_commission_rule").where("id", id).delete()) === 0) throw notFound("This rule")
  })
}

/** One operator at a time, or two moves would number the list twice. */
const changing = (container: MedusaContainer, change: (trx: Knex.Transaction) => Promise<void>): Promise<void> =>
  knexOf(container).transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('gondola:commission-rules', 0))")
    await change(trx)
  })

async function checked(trx: Knex.Transaction, draft: CommissionRuleDraft): Promise<Record<string, unknown>> {
  if (draft.name.trim() === "") throw badInput("A rule needs a name")
  if (!Number.isInteger(draft.rateBps) || draft.rateBps < 0 || draft.rateBps > 10_000)
    throw badInput("The rate goes from 0 to 10000 basis points")
  if (!Number.isInteger(draft.fixed) || draft.fixed < 0 || (draft.minPrice ?? 0) < 0)
    throw badInput("Amounts are not negative")
  const selector = (value: string | null | undefined): string | null => value?.trim() || null
  const columns = {
    name: draft.name.trim(),
    active: draft.active,
    category_handle: selector(draft.categoryHandle),
    seller_id: selector(draft.sellerId),
    brand: selector(draft.brand),
    min_price: draft.minPrice ?? null,
    rate_bps: draft.rateBps,
    fixed: draft.fixed,
  }
  if (columns.category_handle && !(await trx("product_category").where("handle", columns.category_handle).first("id")))
    throw badInput(`There is no category «${columns.category_handle}»`)
  if (columns.seller_id && !(await trx("marketplace_seller").where("id", columns.seller_id).first("id")))
    throw notFound("This seller")
  return columns
}

async function oneRule(container: MedusaContainer, id: string): Promise<CommissionRule> {
  const rule = (await readRules(container)).find((each) => each.id === id)
  if (!rule) throw notFound("This rule")
  return rule
}
