import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import type { Messages } from "../../../i18n/messages"
import type { TrailEntry } from "./trail"

type FactName = keyof Messages["actFacts"]

/** Where the codes of a fact have words. */
const CODES: Partial<Record<FactName, readonly string[]>> = {
  reason: ["careReasons", "disputeReasons", "reasons"],
  decision: ["disputeDecisions"],
  from: ["states"],
  to: ["states"],
  role: ["roles"],
  scopes: ["scopes"],
  events: ["webhookEvents"],
}
const MONEY: readonly string[] = ["amount", "net", "gross", "total"]
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** What the details of an act say, in the reader's words; ids and whole rows stay in the raw data. */
export function useActFacts(): (entry: TrailEntry) => (readonly [string, string])[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const word = (name: FactName, value: string): string => {
    for (const group of CODES[name] ?? [])
      for (const key of [value, value.toUpperCase(), value.replace(/[.:]/g, "_")])
        if (i18n.exists(`${group}.${key}`)) return t(`${group}.${key}` as "states.ACTIVE")
    return INSTANT.test(value) ? format.dateTime(value) : /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : value
  }
  const kindsOf = (entries: unknown): string => {
    const kinds = (entries as { kind?: string }[] | undefined)?.flatMap(({ kind }) => kind ?? []) ?? []
    return [...new Set(kinds)]
      .map((kind) => t(`kinds.${kind}` as "kinds.order_amount", { defaultValue: kind }))
      .join(", ")
  }
  const shown = (name: FactName, value: unknown, currency: string): string | null => {
    if (typeof value === "number" && MONEY.includes(name)) return format.money({ amount: value, currency })
    if (typeof value === "number") return name === "rateBps" ? format.bps(value) : format.number(value)
    if (typeof value === "string" && value.trim()) return word(name, value)
    if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"))
      return value.map((each) => word(name, each)).join(", ")
    return null
  }
  return ({ details, source }) => {
    const all = JSON.parse(details) as Record<string, unknown>
    if (source === "ledger") return [[t("trailWords.entries"), kindsOf(all.entries)]]
    const currency = typeof all.currency === "string" ? all.currency.toUpperCase() : "EUR"
    return Object.entries(all).flatMap(([name, value]) => {
      const key = `actFacts.${name}`
      const text = i18n.exists(key) ? shown(name as FactName, value, currency) : null
      return text === null ? [] : [[t(key as "actFacts.reason"), text] as const]
    })
  }
}
