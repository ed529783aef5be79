import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { Breadcrumbs } from "@/components/breadcrumbs"
import { Results } from "@/components/results"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { paths } from "@/lib/paths"
import { decodeSearch, type RawParams } from "@/lib/search-url"
import { categoryOf } from "@/server/categories"

interface Props {
  params: Promise<{ locale: AppLocale; handle: string }>
  searchParams: Promise<RawParams>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, handle } = await params
  const category = await categoryOf(decodeURIComponent(handle), locale)
  const { page, filters } = decodeSearch(await searchParams)
  if (!category) return {}
  return { title: page > 1 ? `${category.name} (${page})` : category.name, robots: { index: filters.length === 0 } }
}

export default async function CategoryPage({ params, searchParams }: Props) {
  const { locale, handle } = await params
  const t = await getTranslations("results")
  const category = await categoryOf(decodeURIComponent(handle), locale)
  if (!category) notFound()
  return (
    <>
      <div className="page-width">
        <Breadcrumbs path={category.path.slice(0, -1)} current={category.name} />
      </div>
      <Results
        state={decodeSearch(await searchParams)}
        base={paths.category(category.handle)}
        category={category.handle}
        heading={
          <>
            <h1>{category.name}</h1>
            {category.children.length > 0 ? (
              <ul className="chips" aria-label={t("subcategories")}>
                {category.children.map((child) => (
                  <li key={child.handle}>
                    <Link className="chip" href={paths.category(child.handle)}>
                      {child.name}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : null}
          </>
        }
      />
    </>
  )
}
