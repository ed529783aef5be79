import type { VariablesOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"
import { parseAmount, parseMicros } from "../../i18n/money"
import type { TargetRow } from "./paste"

export interface CampaignDraft {
  products: { id: string; title: string; image: string | null }[]
  targets: TargetRow[]
  name: string
  daily: string
  lifetime: string
  starts: string
  ends: string
}

export const EMPTY_ROW: TargetRow = { kind: "KEYWORD_PHRASE", value: "", bid: "" }
export const EMPTY_DRAFT: CampaignDraft = {
  products: [],
  targets: [EMPTY_ROW],
  name: "",
  daily: "",
  lifetime: "",
  starts: "",
  ends: "",
}

export type Problems = Readonly<Record<string, "required" | "amount" | "budget" | "dates">>

const MICROS_PER_CENT = 10_000

const filled = (rows: readonly TargetRow[]): TargetRow[] => rows.filter((row) => row.value.trim() !== "")
const positive = (value: number | undefined): boolean => value !== undefined && value > 0

/** What each step still lacks, by the field's name. */
export function problemsOf(draft: CampaignDraft, now: Date): Record<"products" | "targets" | "budgets", Problems> {
  const targets: Record<string, "required" | "amount"> = {}
  if (filled(draft.targets).length === 0) targets.targets = "required"
  draft.targets.forEach((row, index) => {
    if (row.value.trim() && !positive(parseMicros(row.bid))) targets[`bid.${index}`] = "amount"
  })
  const budgets: Record<string, "required" | "amount" | "budget" | "dates"> = {}
  const daily = parseAmount(draft.daily)
  const lifetime = parseAmount(draft.lifetime)
  if (!draft.name.trim()) budgets.name = "required"
  if (!positive(daily)) budgets.daily = "amount"
  if (!positive(lifetime)) budgets.lifetime = "amount"
  else if (positive(daily) && Number(lifetime) < Number(daily)) budgets.lifetime = "budget"
  const start = draft.starts || now.toISOString().slice(0, 10)
  if (draft.ends && draft.ends < start) budgets.ends = "dates"
  return { products: draft.products.length === 0 ? { products: "required" } : {}, targets, budgets }
}

export const CreateCampaignMutation = graphql(`
  mutation CreateCampaign($input: CampaignInput!) {
    createCampaign(input: $input) {
      id
    }
  }
`)

type CampaignInput = VariablesOf<typeof CreateCampaignMutation>["input"]

export function targetsOf(draft: CampaignDraft): CampaignInput["targets"] {
  return filled(draft.targets).flatMap((row) => {
    const bidMicros = parseMicros(row.bid)
    return bidMicros ? [{ kind: row.kind, value: row.value.trim(), bidMicros }] : []
  })
}

export const inputOf = (draft: CampaignDraft): CampaignInput => ({
  name: draft.name.trim(),
  productIds: draft.products.map((product) => product.id),
  targets: targetsOf(draft),
  dailyBudgetMicros: (parseAmount(draft.daily) ?? 0) * MICROS_PER_CENT,
  lifetimeBudgetMicros: (parseAmount(draft.lifetime) ?? 0) * MICROS_PER_CENT,
  startsAt: draft.starts ? new Date(`${draft.starts}T00:00:00`).toISOString() : null,
  endsAt: draft.ends ? new Date(`${draft.ends}T23:59:59`).toISOString() : null,
})
