import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, cutPoint } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { finishRedress } from "./finish-redress"
import { pendingMicros } from "./pay-back"
import type { RedressFacts, RedressPlan } from "./plan-redress"
import { insertRedress, readRedressFacts, readRedressLines, type RedressIntent, type RedressRow } from "./redress"
import { dropChange, unitsTaken } from "./take-units"

export interface CarriedOut {
  readonly id: string
  /** False while the payment provider has not paid back yet; the recovery job goes on. */
  readonly settled: boolean
}

/**
 * Writes the intent, commits it, carries it out. Call it under the order's lock. What Medusa refuses before any unit left
 * the order is forgotten and thrown; after that it only goes forward, now or by the recovery job.
 * @throws BAD_INPUT when the plan does not fit, and whatever `plan` throws
 */
export async function carryOutRedress(
  container: MedusaContainer,
  intent: RedressIntent,
  plan: (facts: RedressFacts) => RedressPlan,
): Promise<CarriedOut> {
  await finishOpenRedress(container, intent.orderId)
  const known = await redressByKey(container, intent.key)
  if (known) return { id: known.id, settled: known.settled_at !== null }
  const id = generateEntityId(undefined, "redress")
  const pendingBefore = await pendingMicros(container, intent.orderId)
  const amount = await knexOf(container).transaction(async (trx) => {
    const facts = await readRedressFacts(trx, intent.sellerOrderId)
    const planned = fitting(facts, plan)
    await insertRedress(trx, { id, intent, plan: planned, at: clockOf(container).now() }, pendingBefore)
    return planned.lines.some((line) => line.quantity > 0)
  })
  await cutPoint(container, "redress.intended")
  try {
    await finishRedress(container, id)
    await cutPoint(container, "redress.settled")
    return { id, settled: true }
  } catch (error) {
    const ref = { id, order_id: intent.orderId }
    const underWay = amount ? await unitsTaken(container, ref) : true
    if (!underWay) {
      await dropChange(container, ref)
      await knexOf(container)("marketplace_redress").where({ id, settled_at: null }).delete()
      throw error
    }
    logged(container, id, error)
    return { id, settled: false }
  }
}

function fitting(facts: RedressFacts, plan: (facts: RedressFacts) => RedressPlan): RedressPlan {
  try {
    return plan(facts)
  } catch (error) {
    if (error instanceof RangeError)
      throw badInput("So many units or so much money of this order is not left; open it again", { why: error.message })
    throw error
  }
}

export async function redressByKey(container: MedusaContainer, key: string): Promise<RedressRow | undefined> {
  return (await knexOf(container)("marketplace_redress").where("key", key).first()) as RedressRow | undefined
}

/**
 * What was cut off on this order is finished first: Medusa's quantities would lie otherwise. Where only the money is
 * missing, because the provider is down, nobody else has to wait for it. Under the order's lock.
 */
export async function finishOpenRedress(container: MedusaContainer, orderId: string): Promise<void> {
  const open = (await knexOf(container)("marketplace_redress")
    .where("order_id", orderId)
    .whereNull("settled_at")
    .orderBy("started_at")
    .select("id")) as { id: string }[]
  for (const { id } of open)
    try {
      await finishRedress(container, id)
    } catch (error) {
      const takesUnits = (await readRedressLines(knexOf(container), id)).some((line) => line.quantity > 0)
      if (takesUnits && !(await unitsTaken(container, { id, order_id: orderId }))) throw error
      logged(container, id, error)
    }
}

export function logged(container: MedusaContainer, id: string, error: unknown): void {
  // A workflow throws plain objects.
  const why = (error as { message?: string } | null)?.message ?? String(error)
  container.resolve(ContainerRegistrationKeys.LOGGER).error(`Redress ${id} is not finished yet: ${why}`)
}
