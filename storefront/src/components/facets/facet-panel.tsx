"use client"

import { useState } from "react"
import { useTranslations } from "next-intl"
import type { SearchState } from "@/lib/search-url"
import type { Facet } from "@/server/search"
import { RangeFacet } from "./range-facet"

const SHOWN_FIRST = 8

export interface FacetPanelProps {
  facets: Facet[]
  state: SearchState
  currency: string
  onToggle: (field: string, value: string) => void
  onRange: (field: string, min?: number, max?: number) => void
}

export function FacetPanel(props: FacetPanelProps) {
  return (
    <div className="facets">
      {props.facets.map((facet) =>
        facet.kind === "RANGE" ? (
          <RangeFacet key={facet.field} facet={facet} {...props} />
        ) : (
          <ValuesFacet key={facet.field} facet={facet} {...props} />
        ),
      )}
    </div>
  )
}

function ValuesFacet({ facet, state, onToggle }: FacetPanelProps & { facet: Facet }) {
  const t = useTranslations("facets")
  const [all, setAll] = useState(false)
  const chosen = state.filters.find(({ field }) => field === facet.field)?.values ?? []
  if (facet.values.length === 0) return null
  const shown = facet.values.filter((value, index) => all || index < SHOWN_FIRST || chosen.includes(value.value))
  return (
    <fieldset className="facet">
      <legend>{facet.label}</legend>
      <ul>
        {shown.map(({ value, label, count }) => (
          <li key={value}>
            <label className="facet-value">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => onToggle(facet.field, value)}
                name={`f.${facet.field}`}
                value={value}
              />
              <span className="facet-label">{label}</span>
              <span className="facet-count">
                <span aria-hidden="true">{count}</span>
                <span className="visually-hidden">{t("resultCount", { count })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {facet.values.length > SHOWN_FIRST ? (
        <button type="button" className="link-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("showLess") : t("showMore", { count: facet.values.length - SHOWN_FIRST })}
        </button>
      ) : null}
    </fieldset>
  )
}
