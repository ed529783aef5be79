import { badInput, micros, type Micros } from "@gondola/kit"
import { MAX_BID } from "../auction/columns"
import { words } from "../ad-index/normalise"
import type { TargetKind } from "../ad-index/target"
import { sponsoredError } from "../errors"

export interface CampaignDraft {
  readonly name: string
  readonly productIds: readonly string[]
  readonly targets: readonly TargetDraft[]
  readonly dailyBudgetMicros: number
  readonly lifetimeBudgetMicros: number
  readonly startsAt?: Date | null
  readonly endsAt?: Date | null
}

export interface TargetDraft {
  readonly kind: TargetKind
  /** A keyword, or the handle of a category. */
  readonly value: string
  readonly bidMicros: number
}

export interface CheckedTarget {
  readonly kind: TargetKind
  readonly value: string
  /** What is compared: normalised words, or the handle. */
  readonly words: string
  readonly bid: Micros
}

const MAX_PRODUCTS = 200
const MAX_TARGETS = 200
const MAX_KEYWORD_WORDS = 8
const MAX_BUDGET = 1_000_000_000_000

/** One line a target in the form the auction compares; of two that come out the same the higher bid stays. */
export function checkedTargets(drafts: readonly TargetDraft[], floor: Micros): CheckedTarget[] {
  if (drafts.length === 0 || drafts.length > MAX_TARGETS) throw badInput(`A campaign has 1 to ${MAX_TARGETS} targets`)
  const targets = new Map<string, CheckedTarget>()
  for (const { kind, value, bidMicros } of drafts) {
    if (!Number.isSafeInteger(bidMicros) || bidMicros < floor || bidMicros > MAX_BID)
      throw sponsoredError("CAMPAIGN_BID", `The bid for «${value}» must lie between ${floor} and ${MAX_BID} micros`, {
        floorMicros: floor,
      })
    const compared = kind === "CATEGORY" ? [value.trim()] : words(value)
    if (compared.length === 0 || compared[0] === "" || compared.length > MAX_KEYWORD_WORDS)
      throw badInput(`«${value}» is not a target: give 1 to ${MAX_KEYWORD_WORDS} words, or the handle of a category`)
    const target = { kind, value: value.trim().slice(0, 120), words: compared.join(" "), bid: micros(bidMicros) }
    const key = `${kind} ${target.words}`
    if (target.bid > (targets.get(key)?.bid ?? 0)) targets.set(key, target)
  }
  return [...targets.values()]
}

/** @throws BAD_INPUT | CAMPAIGN_BUDGET | CAMPAIGN_BID */
export function checkedCampaign(draft: CampaignDraft, floor: Micros, now: Date) {
  const name = draft.name.trim()
  if (name.length < 1 || name.length > 120) throw badInput("Give the campaign a name of up to 120 letters")
  const productIds = [...new Set(draft.productIds)]
  if (productIds.length === 0 || productIds.length > MAX_PRODUCTS)
    throw badInput(`Choose 1 to ${MAX_PRODUCTS} products`)
  const targets = checkedTargets(draft.targets, floor)
  const { dailyBudgetMicros: daily, lifetimeBudgetMicros: lifetime } = draft
  if (![daily, lifetime].every((b) => Number.isSafeInteger(b) && b > 0 && b <= MAX_BUDGET) || daily > lifetime)
    throw sponsoredError("CAMPAIGN_BUDGET", "The daily budget is above 0 and at most the lifetime budget")
  if (targets.some((target) => target.bid > daily))
    throw sponsoredError("CAMPAIGN_BUDGET", "The daily budget would not pay for one click: raise it or lower the bid")
  const startsAt = draft.startsAt ?? now
  if (draft.endsAt && draft.endsAt <= startsAt) throw badInput("The campaign ends before it starts")
  return {
    name,
    productIds,
    targets,
    daily: micros(daily),
    lifetime: micros(lifetime),
    startsAt,
    endsAt: draft.endsAt ?? null,
  }
}
