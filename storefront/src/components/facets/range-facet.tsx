"use client"

import { useId, useState } from "react"
import { useLocale, useTranslations } from "next-intl"
import { amountText, formatMoney, parseAmount } from "@/lib/money"
import type { Facet } from "@/server/search"
import type { FacetPanelProps } from "./facet-panel"

/** Prices travel in minor units; other ranges as they are. */
const PRICE = "price"

export function RangeFacet({ facet, state, currency, onRange }: FacetPanelProps & { facet: Facet }) {
  const t = useTranslations("facets")
  const locale = useLocale()
  const id = useId()
  const perUnit = facet.field === PRICE ? 100 : 1
  const chosen = state.filters.find(({ field }) => field === facet.field)
  const text = (value: number | undefined) => (value === undefined ? "" : amountText(value, locale, perUnit))
  const [min, setMin] = useState(text(chosen?.min))
  const [max, setMax] = useState(text(chosen?.max))
  const [problem, setProblem] = useState(false)
  if (facet.min === null || facet.max === null) return null

  const say = (value: number) =>
    facet.field === PRICE ? formatMoney({ amount: Math.round(value), currency }, locale) : amountText(value, locale, 1)
  const highest = Math.max(1, ...facet.histogram.map(({ count }) => count))
  const inside = (from: number, to: number) =>
    (chosen?.min === undefined || to >= chosen.min) && (chosen?.max === undefined || from <= chosen.max)
  const apply = (event: React.FormEvent) => {
    event.preventDefault()
    const low = min.trim() ? parseAmount(min, perUnit) : undefined
    const high = max.trim() ? parseAmount(max, perUnit) : undefined
    const wrong = low === null || high === null || (low !== undefined && high !== undefined && low > high)
    setProblem(wrong)
    if (!wrong) onRange(facet.field, low ?? undefined, high ?? undefined)
  }
  const unit = facet.field === PRICE ? "€" : (facet.unit ?? "")
  return (
    <fieldset className="facet">
      <legend>{facet.label}</legend>
      {facet.histogram.some(({ count }) => count > 0) ? (
        <div className="histogram" aria-hidden="true">
          {facet.histogram.map(({ from, to, count }) => (
            <span
              key={from}
              data-inside={inside(from, to) || undefined}
              style={{ height: `${count === 0 ? 0 : 8 + (92 * count) / highest}%` }}
            />
          ))}
        </div>
      ) : null}
      <p className="facet-bounds">
        <span>{say(facet.min)}</span>
        <span>{say(facet.max)}</span>
      </p>
      <form className="facet-range" onSubmit={apply} noValidate>
        <label>
          <span>{t("from")}</span>
          <span className="affix">
            <input
              inputMode="decimal"
              value={min}
              placeholder={text(facet.min)}
              aria-invalid={problem || undefined}
              aria-describedby={problem ? id : undefined}
              onChange={(event) => setMin(event.target.value)}
            />
            <span aria-hidden="true">{unit}</span>
          </span>
        </label>
        <label>
          <span>{t("to")}</span>
          <span className="affix">
            <input
              inputMode="decimal"
              value={max}
              placeholder={text(facet.max)}
              aria-invalid={problem || undefined}
              aria-describedby={problem ? id : undefined}
              onChange={(event) => setMax(event.target.value)}
            />
            <span aria-hidden="true">{unit}</span>
          </span>
        </label>
        <button type="submit" className="button button-small">
          {t("apply")}
        </button>
      </form>
      {problem ? (
        <p id={id} className="field-error" role="alert">
          {t("rangeProblem")}
        </p>
      ) : null}
    </fieldset>
  )
}
