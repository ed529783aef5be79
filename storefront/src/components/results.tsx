import type { ReactNode } from "react"
import { getLocale, getTranslations } from "next-intl/server"
import { Link, redirect } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { paths } from "@/lib/paths"
import { tidyFacets } from "@/lib/tidy-facets"
import { EMPTY_SEARCH, encodeSearch, type SearchState } from "@/lib/search-url"
import { ApiRefusal } from "@/server/api"
import { PAGE_SIZE, type SearchInput, search, type SearchResult } from "@/server/search"
import { departments, orElse, shopConfig, shops } from "@/server/shop"
import { AppliedFilters } from "./applied-filters"
import { Refine } from "./facets/refine"
import { Pages } from "./pages"
import { ProductGrid } from "./product-grid"

export function searchInput(state: SearchState, locale: AppLocale, category?: string): SearchInput {
  const { query, filters, sort, page } = state
  return { query: query || undefined, category, filters, sort, page, pageSize: PAGE_SIZE, locale, explain: false }
}

interface ResultsProps {
  state: SearchState
  /** Address of the page without its parameters. */
  base: string
  category?: string
  heading: ReactNode
}

/** The list of a search or of a department. */
export async function Results({ state, base, category, heading }: ResultsProps) {
  const locale = await getLocale()
  const t = await getTranslations("results")
  const [result, config, shopList] = await Promise.all([
    searchOrStartOver(state, locale, base, category),
    shopConfig(),
    orElse(shops(), []),
  ])
  const pages = Math.ceil(result.total / PAGE_SIZE)
  const shopNames = new Map(shopList.map(({ handle, city }) => [handle, city]))
  const shared = { base, state, facets: tidyFacets(result.facets, shopNames), currency: config.currency }
  return (
    <div className="page-width">
      <Refine
        {...shared}
        total={result.total}
        heading={
          <>
            {heading}
            <Notes state={state} result={result} />
          </>
        }
        applied={<AppliedFilters {...shared} />}
      >
        {result.hits.length === 0 ? (
          <Nothing state={state} base={base} />
        ) : (
          <>
            <ProductGrid
              hits={result.hits}
              sponsored={result.sponsored}
              shopNames={shopNames}
              label={t("list")}
              headingLevel={2}
            />
            <Pages page={result.page} pages={pages} hrefOf={(page) => `${base}${encodeSearch({ ...state, page })}`} />
            <p className="results-note">
              {t("rankingNote")} <Link href={paths.ranking}>{t("rankingLink")}</Link>
            </p>
          </>
        )}
      </Refine>
    </div>
  )
}

/** An address may name filters that no longer exist: begin again without them. */
async function searchOrStartOver(state: SearchState, locale: AppLocale, base: string, category?: string) {
  try {
    return await search(searchInput(state, locale, category))
  } catch (error) {
    const narrowed = state.filters.length > 0 || state.page > 1
    if (!narrowed || !(error instanceof ApiRefusal) || error.code !== "BAD_INPUT") throw error
    return redirect({ href: `${base}${encodeSearch({ ...state, filters: [], page: 1 })}`, locale })
  }
}

async function Notes({ state, result }: { state: SearchState; result: SearchResult }) {
  const t = await getTranslations("results")
  const { correctedQuery, relaxed } = result
  return (
    <>
      {correctedQuery && correctedQuery !== state.query ? (
        <p className="note">
          {t.rich("corrected", { typed: state.query, searched: correctedQuery, b: (text) => <strong>{text}</strong> })}
        </p>
      ) : null}
      {relaxed ? <p className="note note-warning">{relaxed.label}</p> : null}
    </>
  )
}

/** Never a dead end: loosen the filters, look elsewhere, or walk through the departments. */
async function Nothing({ state, base }: { state: SearchState; base: string }) {
  const t = await getTranslations("results")
  const tree = await orElse(departments(await getLocale()), [])
  return (
    <div className="empty">
      <h2>{state.query ? t("nothingFor", { query: state.query }) : t("nothing")}</h2>
      <ul className="empty-ways">
        {state.filters.length > 0 ? (
          <li>
            <Link className="button button-primary" href={`${base}${encodeSearch({ ...state, filters: [], page: 1 })}`}>
              {t("withoutFilters")}
            </Link>
          </li>
        ) : null}
        {state.query && base !== "/search" ? (
          <li>
            <Link className="button" href={paths.search({ ...EMPTY_SEARCH, query: state.query })}>
              {t("everywhere", { query: state.query })}
            </Link>
          </li>
        ) : null}
      </ul>
      <p>{t("tips")}</p>
      <ul className="empty-departments">
        {tree.map(({ handle, name }) => (
          <li key={handle}>
            <Link className="chip" href={paths.category(handle)}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
