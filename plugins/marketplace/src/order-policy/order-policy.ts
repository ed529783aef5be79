import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { promisedDate } from "../orders/promised-date"

const days = z.number().int().min(1).max(60)
const rate = z.number().min(0).max(100)

const level = z.object({
  /** Percent at which the seller is warned. */
  warn: rate,
  /** Percent at which it is suspended, or could be. */
  suspend: rate,
})

/** What the operator asks of everybody's orders. Days are working days unless they say otherwise. */
const schema = z.object({
  /** A seller order that nobody accepted for so long is refused by itself. */
  acceptWithinDays: days.default(4),
  /** For the seller's answer to a dispute; then the operator takes it. */
  disputeAnswerDays: days.default(3),
  /** For the other side's reaction to the answer; then the dispute is closed. */
  disputeReactionDays: days.default(5),
  /** For the operator's decision: counted, never decided by the clock. */
  disputeDecisionDays: days.default(5),
  /** Off: a seller below the limits is named to the operator, who decides. */
  suspendAutomatically: z.boolean().default(false),
  levels: z
    .object({
      /** Calendar days. */
      windowDays: z.number().int().min(7).max(365).default(30),
      /** Below so many orders in the window a rate says nothing. */
      minimumOrders: z.number().int().min(1).max(1000).default(10),
      /** Lowest acceptable: a rate below is bad. */
      acceptance: level.default({ warn: 95, suspend: 85 }),
      /** Highest acceptable: a rate above is bad. */
      lateShipment: level.default({ warn: 8, suspend: 20 }),
      cancellation: level.default({ warn: 3, suspend: 10 }),
      returns: level.default({ warn: 15, suspend: 35 }),
      incidents: level.default({ warn: 2, suspend: 6 }),
      /** Hours until the first answer, the median. */
      responseHours: z
        .object({ warn: z.number().min(1).max(720), suspend: z.number().min(1).max(720) })
        .default({ warn: 24, suspend: 96 }),
    })
    .prefault({}),
})

export type OrderPolicy = z.output<typeof schema>
export type OrderPolicyDraft = z.input<typeof schema>

export const DEFAULT_ORDER_POLICY: OrderPolicy = schema.parse({})

/** @throws BAD_INPUT with the name of the first field that is wrong */
export function orderPolicyOf(draft: unknown): OrderPolicy {
  const result = schema.safeParse(draft)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw badInput(`${issue?.path.join(".") ?? "policy"}: ${issue?.message ?? "is wrong"}`)
}

export async function readOrderPolicy(container: Pick<MedusaContainer, "resolve">): Promise<OrderPolicy> {
  const row = (await knexOf(container)("marketplace_order_policy").where("id", 1).first("policy")) as
    { policy: unknown } | undefined
  return row ? orderPolicyOf(row.policy) : DEFAULT_ORDER_POLICY
}

export async function saveOrderPolicy(
  container: Pick<MedusaContainer, "resolve">,
  draft: OrderPolicyDraft,
  changedBy: string,
): Promise<OrderPolicy> {
  const policy = orderPolicyOf(draft)
  const { levels } = policy
  if (levels.acceptance.suspend > levels.acceptance.warn)
    throw badInput(
      "acceptance: a seller is warned before it is suspended, so that the limit to suspend is the lower one",
    )
  for (const name of ["lateShipment", "cancellation", "returns", "incidents", "responseHours"] as const)
    if (levels[name].suspend < levels[name].warn)
      throw badInput(
        `${name}: a seller is warned before it is suspended, so that the limit to suspend is the higher one`,
      )
  const row = { policy: JSON.stringify(policy), changed_at: clockOf(container).now(), changed_by: changedBy }
  await knexOf(container)("marketplace_order_policy")
    .insert({ id: 1, ...row })
    .onConflict("id")
    .merge(row)
  return policy
}

/** Weekends do not count, as for promised dates. */
export const workingDaysAfter = (from: Date, count: number): Date =>
  promisedDate(from, [count], { minDays: 0, maxDays: 0 })

export const acceptBy = (placedAt: Date, policy: Pick<OrderPolicy, "acceptWithinDays">): Date =>
  workingDaysAfter(placedAt, policy.acceptWithinDays)
