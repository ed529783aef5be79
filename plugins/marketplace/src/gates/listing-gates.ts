import type { ProductSafety, TypedAttribute } from "../catalogue/draft"
import { isInEu } from "../sellers/eu"

/** What a listing needs before it may be sold. */
export const REQUIREMENTS = [
  "picture",
  "category",
  "manufacturer",
  "eu_responsible",
  "warnings",
  "guarantee",
  "repair_index",
  "durability_index",
] as const
export type Requirement = (typeof REQUIREMENTS)[number]

export interface ListingRule {
  readonly requirement: Requirement
  /** Handles; the categories below them are meant too. Empty: every category. */
  readonly categories: readonly string[]
  /** BLOCK keeps the product from the shelf, WARN only says so. */
  readonly level: "BLOCK" | "WARN"
}

/** A stream of extended producer responsibility and the categories it locks (L541-10-9). */
export interface EprRule {
  readonly stream: string
  readonly categories: readonly string[]
}

/** Kept by the operator. */
export interface ListingPolicy {
  readonly rules: readonly ListingRule[]
  readonly epr: readonly EprRule[]
  /** Sheets of these data pools carry no manufacturer's address: their safety gates only warn. */
  readonly warnOnlySources: readonly string[]
}

export const DEFAULT_POLICY: ListingPolicy = {
  rules: [
    { requirement: "picture", categories: [], level: "BLOCK" },
    { requirement: "category", categories: [], level: "WARN" },
    { requirement: "manufacturer", categories: [], level: "BLOCK" },
    { requirement: "eu_responsible", categories: [], level: "BLOCK" },
    { requirement: "guarantee", categories: [], level: "BLOCK" },
  ],
  epr: [],
  warnOnlySources: ["Icecat"],
}

/** What the gates look at. */
export interface ListedSheet {
  /** Handles of every category on its paths, roots included. */
  readonly categories: readonly string[]
  readonly pictures: number
  readonly safety: ProductSafety | null
  readonly guaranteeMonths: number
  readonly attributes: readonly Pick<TypedAttribute, "key" | "value">[]
  readonly source: string | null
}

export interface GateFinding {
  readonly requirement: Requirement
  readonly level: "BLOCK" | "WARN"
}

const SAFETY: ReadonlySet<Requirement> = new Set(["manufacturer", "eu_responsible", "warnings"])
/** Two years (L217-3): a sheet may promise more, never less. */
const LEAST_GUARANTEE_MONTHS = 24

/** What the sheet lacks by the policy, each requirement once, the stricter level where two rules meet. */
export function missingOnSheet(sheet: ListedSheet, policy: ListingPolicy): GateFinding[] {
  const lenient = sheet.source !== null && policy.warnOnlySources.includes(sheet.source)
  return REQUIREMENTS.flatMap((requirement) => {
    const rules = policy.rules.filter((rule) => rule.requirement === requirement && touches(rule.categories, sheet))
    if (rules.length === 0 || has(sheet, requirement)) return []
    const blocks = rules.some((rule) => rule.level === "BLOCK") && !(lenient && SAFETY.has(requirement))
    return [{ requirement, level: blocks ? ("BLOCK" as const) : ("WARN" as const) }]
  })
}

/** Streams whose identifier a seller must have before it may offer something of these categories. */
export const eprStreams = (categories: readonly string[], policy: ListingPolicy): string[] =>
  policy.epr.filter((rule) => rule.categories.some((handle) => categories.includes(handle))).map((rule) => rule.stream)

const touches = (handles: readonly string[], sheet: ListedSheet): boolean =>
  handles.length === 0 || handles.some((handle) => sheet.categories.includes(handle))

function has(sheet: ListedSheet, requirement: Requirement): boolean {
  const { safety } = sheet
  const filled = (text: string | null | undefined) => Boolean(text?.trim())
  const attribute = (key: string) =>
    sheet.attributes.some((one) => one.key === key && String(one.value).trim() !== "" && inIndex(one.value))
  switch (requirement) {
    case "picture":
      return sheet.pictures > 0
    case "category":
      return sheet.categories.length > 0
    case "manufacturer":
      return filled(safety?.manufacturer) && filled(safety?.manufacturerContact)
    case "eu_responsible":
      return !safety?.manufacturerCountry || isInEu(safety.manufacturerCountry) || filled(safety.euResponsible)
    case "warnings":
      return (safety?.warnings ?? []).some((warning) => warning.trim() !== "")
    case "guarantee":
      return sheet.guaranteeMonths >= LEAST_GUARANTEE_MONTHS
    case "repair_index":
      return attribute("repair_index")
    case "durability_index":
      return attribute("durability_index")
  }
}

/** The index goes from 0 to 10 (decree 2020-1757). */
const inIndex = (value: unknown): boolean => {
  const number = Number(
    String(value)
      .replace(",", ".")
      .replace(/\s*\/\s*10$/, ""),
  )
  return Number.isFinite(number) && number >= 0 && number <= 10
}
