import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PageRequest } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"
import type { CommissionRule } from "./rule"

export interface RuleChange {
  readonly id: string
  readonly action: "created" | "updated" | "moved" | "deleted"
  /** The operator's user id; `system` for what the house set up itself. */
  readonly actor: string
  readonly before: CommissionRule | null
  readonly after: CommissionRule | null
  readonly at: Date
}

/** A change that changed nothing leaves no trace. */
export async function recordChange(
  container: MedusaContainer,
  change: RuleChange,
  trx: Knex.Transaction,
): Promise<void> {
  const [before, after] = [JSON.stringify(change.before), JSON.stringify(change.after)]
  if (before === after) return
  await trx("marketplace_commission_rule_change").insert({
    rule_id: change.id,
    rule_name: (change.after ?? change.before)?.name ?? change.id,
    action: change.action,
    actor: change.actor,
    at: change.at,
    before: change.before && before,
    after: change.after && after,
  })
  await recordAct(
    container,
    {
      actor: { type: change.actor === "system" ? "SYSTEM" : "OPERATOR", id: change.actor },
      action: `commission_rule.${change.action}`,
      subject: { type: "commission_rule", id: change.id },
      at: change.at,
      details: { before: change.before, after: change.after },
    },
    trx,
  )
}

export interface RuleChangeRow {
  readonly id: string
  readonly ruleId: string
  readonly ruleName: string
  readonly action: RuleChange["action"]
  readonly actor: string
  readonly at: Date
  /** Names of the fields that differ. */
  readonly fields: readonly string[]
}

/** Newest first; of one rule, or of all. */
export async function listRuleChanges(
  container: MedusaContainer,
  asked: { readonly ruleId?: string | null; readonly page: PageRequest & { skip: number; take: number } },
): Promise<{ items: RuleChangeRow[]; total: number }> {
  const query = knexOf(container)("marketplace_commission_rule_change")
  if (asked.ruleId) void query.where("rule_id", asked.ruleId)
  const [count] = (await query.clone().count("id as n")) as { n: string }[]
  const rows = (await query.orderBy("id", "desc").offset(asked.page.skip).limit(asked.page.take)) as {
    id: string
    rule_id: string
    rule_name: string
    action: RuleChange["action"]
    actor: string
    at: Date
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
  }[]
  return {
    total: Number(count?.n ?? 0),
    items: rows.map((row) => ({
      id: String(row.id),
      ruleId: row.rule_id,
      ruleName: row.rule_name,
      action: row.action,
      actor: row.actor,
      at: row.at,
      fields: row.before && row.after ? differing(row.before, row.after) : [],
    })),
  }
}

const differing = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
