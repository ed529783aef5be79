import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { MeasureQuestion } from "@/components/measure-consent"
import { Results } from "@/components/results"
import type { LocaleParams } from "@/app/[locale]/layout"
import { decodeSearch, type RawParams } from "@/lib/search-url"

interface Props {
  params: LocaleParams
  searchParams: Promise<RawParams>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations({ locale, namespace: "results" })
  const { query, page } = decodeSearch(await searchParams)
  const title = query ? t("titleFor", { query }) : t("titleAll")
  return { title: page > 1 ? `${title} (${page})` : title, robots: { index: false } }
}

export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations("results")
  const state = decodeSearch(await searchParams)
  return (
    <>
      <Results
        state={state}
        base="/search"
        heading={<h1>{state.query ? t("titleFor", { query: state.query }) : t("titleAll")}</h1>}
      />
      {state.query ? (
        <div className="page-width">
          <MeasureQuestion />
        </div>
      ) : null}
    </>
  )
}
