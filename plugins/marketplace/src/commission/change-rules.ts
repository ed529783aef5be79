import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { VatMode } from "../vat/fee-vat"
import { recordChange } from "./rule-changes"
import { CHANNELS, type CommissionRule, reordered } from "./rule"
import { readRules } from "./rule-store"

export interface CommissionRuleDraft {
  readonly name: string
  readonly categoryHandle?: string | null
  readonly sellerId?: string | null
  readonly brand?: string | null
  /** Catalogue product. */
  readonly productId?: string | null
  readonly condition?: string | null
  readonly channel?: string | null
  /** Cents. */
  readonly minPrice?: number | null
  /** ISO 4217; EUR when absent. */
  readonly currency?: string | null
  readonly effectiveFrom?: Date | null
  readonly effectiveUntil?: Date | null
  readonly rateBps: number
  /** Cents for each unit. */
  readonly fixed: number
  /** Cents for each unit. */
  readonly minimum?: number | null
  readonly maximum?: number | null
  readonly baseVat?: "with" | "without" | null
  readonly baseShipping?: boolean | null
  readonly vatMode?: VatMode | null
  readonly active: boolean
}

const SYSTEM = "system"

/** A new rule goes to the end of the list, where it disturbs none. @throws BAD_INPUT */
export async function createRule(
  container: MedusaContainer,
  draft: CommissionRuleDraft,
  actor: string = SYSTEM,
): Promise<CommissionRule> {
  const id = generateEntityId(undefined, "comrule")
  await changing(container, { id, action: "created", actor }, async (trx) => {
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
  actor: string = SYSTEM,
): Promise<CommissionRule> {
  await changing(container, { id, action: "updated", actor }, async (trx) => {
    const changed = await trx("marketplace_commission_rule")
      .where("id", id)
      .update(await checked(trx, draft))
    if (changed === 0) throw notFound("This rule")
  })
  return oneRule(container, id)
}

/** Position 1 is asked first. @throws NOT_FOUND */
export async function moveRule(
  container: MedusaContainer,
  id: string,
  position: number,
  actor: string = SYSTEM,
): Promise<CommissionRule[]> {
  await changing(container, { id, action: "moved", actor }, async (trx) => {
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
export async function deleteRule(container: MedusaContainer, id: string, actor: string = SYSTEM): Promise<void> {
  await changing(container, { id, action: "deleted", actor }, async (trx) => {
    if ((await trx("marketplace_commission_rule").where("id", id).delete()) === 0) throw notFound("This rule")
  })
}

interface Changing {
  readonly id: string
  readonly action: "created" | "updated" | "moved" | "deleted"
  readonly actor: string
}

/** One operator at a time, or two moves would number the list twice; the rule before and after is written down. */
const changing = (
  container: MedusaContainer,
  what: Changing,
  change: (trx: Knex.Transaction) => Promise<void>,
): Promise<void> =>
  knexOf(container).transaction(async (trx) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('gondola:commission-rules', 0))")
    const read = async () => (await readRules(container, trx)).find((rule) => rule.id === what.id) ?? null
    const before = await read()
    await change(trx)
    await recordChange(container, { ...what, before, after: await read(), at: clockOf(container).now() }, trx)
  })

const isAmount = (value: number | null | undefined): boolean =>
  value === null || value === undefined || (Number.isSafeInteger(value) && value >= 0)

async function checked(trx: Knex.Transaction, draft: CommissionRuleDraft): Promise<Record<string, unknown>> {
  if (draft.name.trim() === "") throw badInput("A rule needs a name")
  if (!Number.isInteger(draft.rateBps) || draft.rateBps < 0 || draft.rateBps > 10_000)
    throw badInput("The rate goes from 0 to 10000 basis points")
  if (![draft.fixed, draft.minPrice, draft.minimum, draft.maximum].every(isAmount))
    throw badInput("Amounts are not negative")
  if (draft.minimum && typeof draft.maximum === "number" && draft.maximum < draft.minimum)
    throw badInput("The maximum is not below the minimum")
  if (draft.effectiveFrom && draft.effectiveUntil && draft.effectiveUntil <= draft.effectiveFrom)
    throw badInput("The rule ends after it begins")
  const currency = draft.currency?.trim().toUpperCase() || "EUR"
  if (!/^[A-Z]{3}$/.test(currency)) throw badInput("A currency has three letters, such as EUR")
  const selector = (value: string | null | undefined): string | null => value?.trim() || null
  const columns = {
    name: draft.name.trim(),
    active: draft.active,
    category_handle: selector(draft.categoryHandle),
    seller_id: selector(draft.sellerId),
    brand: selector(draft.brand),
    product_id: selector(draft.productId),
    condition: selector(draft.condition),
    channel: selector(draft.channel),
    min_price: draft.minPrice ?? null,
    currency,
    effective_from: draft.effectiveFrom ?? null,
    effective_until: draft.effectiveUntil ?? null,
    rate_bps: draft.rateBps,
    fixed: draft.fixed,
    minimum: draft.minimum ?? null,
    maximum: draft.maximum ?? null,
    base_vat: draft.baseVat ?? "with",
    base_shipping: draft.baseShipping ?? false,
    vat_mode: draft.vatMode ?? "included",
  }
  await assertKnown(trx, columns)
  return columns
}

interface Selectors {
  readonly category_handle: string | null
  readonly seller_id: string | null
  readonly product_id: string | null
  readonly condition: string | null
  readonly channel: string | null
}

const CONDITIONS = ["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"]

/** A rule that names nothing known would silently match nothing: said at once instead. */
async function assertKnown(trx: Knex.Transaction, columns: Selectors): Promise<void> {
  if (columns.category_handle && !(await trx("product_category").where("handle", columns.category_handle).first("id")))
    throw badInput(`There is no category «${columns.category_handle}»`)
  if (columns.seller_id && !(await trx("marketplace_seller").where("id", columns.seller_id).first("id")))
    throw notFound("This seller")
  if (columns.product_id && !(await trx("product").where("id", columns.product_id).whereNull("deleted_at").first("id")))
    throw notFound("This product")
  if (columns.condition && !CONDITIONS.includes(columns.condition))
    throw badInput(`A condition is one of ${CONDITIONS.join(", ")}`)
  if (columns.channel && !(CHANNELS as readonly string[]).includes(columns.channel))
    throw badInput(`A channel is one of ${CHANNELS.join(", ")}`)
}

async function oneRule(container: MedusaContainer, id: string): Promise<CommissionRule> {
  const rule = (await readRules(container)).find((each) => each.id === id)
  if (!rule) throw notFound("This rule")
  return rule
}
