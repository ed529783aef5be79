import { billSubscriptions, bookUnitResults } from "@gondola/marketplace"
import type { House } from "./open-house"
import type { Stage } from "./stage"

const PLAN = `mutation ($input: PlanInput!) { createPlan(input: $input) { id } }`
const JOIN = `mutation ($seller: ID!, $plan: ID!, $free: String) {
  setSellerPlan(sellerId: $seller, planId: $plan, freeUntil: $free) { id } }`
const CHARGE = `mutation ($input: FeeInput!) { chargeFee(input: $input) { id } }`
const UNDO = `mutation ($id: ID!, $reason: String!) { undoFee(id: $id, reason: $reason) { id } }`
const RULE = `mutation ($input: CommissionRuleInput!) { createCommissionRule(input: $input) { id } }`
const FIRST = `mutation ($id: ID!) { moveCommissionRule(id: $id, position: 1) { id } }`
const UNIT = `mutation ($input: UnitTermsInput!) { saveUnitTerms(input: $input) { unitId } }`

/** Starts of postal codes around the demonstration's shops. */
const AREAS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/lyon/i, ["69", "01", "38", "42"]],
  [/lille/i, ["59", "62"]],
]

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Plans, a penalty and one taken back, a rule for Advent, the catchment areas of the shops. */
export async function showFees(stage: Stage, { operator, sellers }: House): Promise<void> {
  stage.daysAgo(50)
  const { createPlan } = await stage.ask<{ createPlan: { id: string } }>(operator, PLAN, {
    input: { name: "Pro", monthlyPrice: 3900 },
  })
  await stage.ask(operator, PLAN, { input: { name: "Essentiel", monthlyPrice: 0 } })
  for (const key of ["brindille", "lueur"] as const)
    await stage.ask(operator, JOIN, {
      seller: sellers[key].id,
      plan: createPlan.id,
      free: dayOf(new Date(stage.now.getTime() + 14 * 86_400_000)),
    })
  const { units } = await stage.ask<{ units: { unitId: string; name: string }[] }>(
    operator,
    `{ units { unitId name } }`,
  )
  for (const { unitId, name } of units) {
    const area = AREAS.find(([town]) => town.test(name))?.[1] ?? []
    await stage.ask(operator, UNIT, { input: { unitId, postalPrefixes: area, catchmentBps: 300, pickupBps: 200 } })
  }
  stage.daysAgo(3)
  const charge = async (key: string, kind: string, amount: number, reason: string) => {
    const input = { sellerId: sellers.lueur.id, kind, amount, reason, idempotencyKey: `demo-${key}` }
    return (await stage.ask<{ chargeFee: { id: string } }>(operator, CHARGE, { input })).chargeFee.id
  }
  await charge("late", "PENALTY", 1500, "Trois colis expédiés en retard en octobre")
  const photos = await charge("photos", "SERVICE", 4500, "Prises de vue de cinq lampes")
  await stage.ask(operator, UNDO, { id: photos, reason: "Prises de vue annulées avec le vendeur" })
  const year = stage.now.getUTCFullYear() + (stage.now.getUTCMonth() === 11 ? 1 : 0)
  const { createCommissionRule } = await stage.ask<{ createCommissionRule: { id: string } }>(operator, RULE, {
    input: {
      name: "Avent : luminaires",
      categoryHandle: "luminaires",
      rateBps: 1000,
      minimum: 100,
      effectiveFrom: `${year}-12-01T00:00:00+01:00`,
      effectiveUntil: `${year}-12-27T00:00:00+01:00`,
    },
  })
  await stage.ask(operator, FIRST, createCommissionRule)
  stage.daysAgo(0)
  await billSubscriptions(stage.container)
  await bookUnitResults(stage.container)
  stage.tell("plans, fees and catchment areas are set")
}
