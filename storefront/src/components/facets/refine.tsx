"use client"

import { type ReactNode, useEffect, useOptimistic, useRef, useState, useTransition } from "react"
import { useTranslations } from "next-intl"
import { useRouter } from "@/i18n/navigation"
import { encodeSearch, type SearchState, setRange, SORTS, toggleValue } from "@/lib/search-url"
import type { Facet } from "@/server/search"
import { Icon } from "../icon"
import { FacetPanel } from "./facet-panel"

export interface RefineProps {
  /** Address of the page without its parameters. */
  base: string
  state: SearchState
  facets: Facet[]
  total: number
  currency: string
  heading: ReactNode
  applied: ReactNode
  children: ReactNode
}

/** Rail of facets on wide screens, sheet on phones; every change is a new address. */
export function Refine({ base, state, facets, total, currency, heading, applied, children }: RefineProps) {
  const t = useTranslations("results")
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const [shown, setShown] = useOptimistic(state)
  const sheet = useRef<HTMLDialogElement>(null)
  const [sheetOpen, setSheetOpen] = useState(false)

  useEffect(() => {
    if (sheetOpen) sheet.current?.showModal()
  }, [sheetOpen])

  const show = (next: SearchState) =>
    startTransition(() => {
      setShown(next)
      router.push(`${base}${encodeSearch(next)}`, { scroll: false })
    })
  const panel = (
    <FacetPanel
      key={encodeSearch({ ...state, page: 1, sort: "RELEVANCE" })}
      facets={facets}
      state={shown}
      currency={currency}
      onToggle={(field, value) => show(toggleValue(shown, field, value))}
      onRange={(field, min, max) => show(setRange(shown, field, min, max))}
    />
  )
  const count = state.filters.length
  return (
    <div className="results" data-pending={pending || undefined}>
      <aside className="rail" aria-label={t("filters")}>
        <h2 className="rail-title">{t("filters")}</h2>
        {panel}
      </aside>
      <section className="results-main" aria-busy={pending}>
        {heading}
        <div className="toolbar">
          {facets.length > 0 ? (
            <button type="button" className="button toolbar-filter" onClick={() => setSheetOpen(true)}>
              <Icon name="filter" /> {count > 0 ? t("filtersCount", { count }) : t("filters")}
            </button>
          ) : null}
          <p className="toolbar-total" role="status">
            {t("total", { count: total })}
          </p>
          <label className="sort">
            <span>{t("sortBy")}</span>
            <select
              value={shown.sort}
              onChange={(event) => {
                const sort = SORTS.find((one) => one === event.target.value) ?? "RELEVANCE"
                show({ ...shown, sort, page: 1 })
              }}
            >
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sort.${sort}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        {applied}
        {children}
      </section>
      {sheetOpen ? (
        <dialog ref={sheet} className="sheet" aria-label={t("filters")} onClose={() => setSheetOpen(false)}>
          <div className="sheet-head">
            <h2>{t("filters")}</h2>
            <button
              type="button"
              className="icon-button"
              aria-label={t("closeFilters")}
              onClick={() => sheet.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          <div className="sheet-body">{panel}</div>
          <div className="sheet-foot">
            <button type="button" className="button button-primary" onClick={() => sheet.current?.close()}>
              {t("showResults", { count: total })}
            </button>
          </div>
        </dialog>
      ) : null}
    </div>
  )
}
