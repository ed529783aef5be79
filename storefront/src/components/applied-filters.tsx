import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { amountText, formatMoney } from "@/lib/money"
import { encodeSearch, type Filter, type SearchState, setRange, toggleValue } from "@/lib/search-url"
import type { Facet } from "@/server/search"
import { Icon } from "./icon"

interface AppliedFiltersProps {
  base: string
  state: SearchState
  facets: Facet[]
  currency: string
}

/** What narrows the list now, each with its way out. */
export function AppliedFilters({ base, state, facets, currency }: AppliedFiltersProps) {
  const t = useTranslations("results")
  const locale = useLocale()
  if (state.filters.length === 0) return null
  const say = (field: string, value: number) =>
    field === "price" ? formatMoney({ amount: value, currency }, locale) : amountText(value, locale, 1)
  const range = ({ field, min, max }: Filter) =>
    min !== undefined && max !== undefined
      ? t("between", { min: say(field, min), max: say(field, max) })
      : min !== undefined
        ? t("atLeast", { min: say(field, min) })
        : t("atMost", { max: say(field, max ?? 0) })
  const chips = state.filters.flatMap((filter) => {
    const facet = facets.find(({ field }) => field === filter.field)
    const values = filter.values.map((value) => ({
      key: `${filter.field}=${value}`,
      text: facet?.values.find((one) => one.value === value)?.label ?? value,
      facet: facet?.label,
      without: toggleValue(state, filter.field, value),
    }))
    const ranged = filter.min !== undefined || filter.max !== undefined
    const own = { key: filter.field, text: range(filter), facet: facet?.label, without: setRange(state, filter.field) }
    return ranged ? [...values, own] : values
  })
  return (
    <ul className="chips" aria-label={t("applied")}>
      {chips.map(({ key, text, facet, without }) => (
        <li key={key}>
          <Link className="chip" href={`${base}${encodeSearch(without)}`} scroll={false}>
            <span className="visually-hidden">{t("remove")} </span>
            {facet ? (
              <span className="chip-facet">
                {facet}
                {t("colon")}{" "}
              </span>
            ) : null}
            {text}
            <Icon name="close" size={14} />
          </Link>
        </li>
      ))}
      <li>
        <Link className="chip-clear" href={`${base}${encodeSearch({ ...state, filters: [], page: 1 })}`} scroll={false}>
          {t("clearAll")}
        </Link>
      </li>
    </ul>
  )
}
