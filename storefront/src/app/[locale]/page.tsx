import { getTranslations } from "next-intl/server"
import { Picture } from "@/components/picture"
import { ProductGrid } from "@/components/product-grid"
import { SearchBox } from "@/components/search-box"
import type { LocaleParams } from "@/app/[locale]/layout"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { EMPTY_SEARCH } from "@/lib/search-url"
import { pictureUrl } from "@/server/pictures"
import { search } from "@/server/search"
import { departments, orElse, shops } from "@/server/shop"

const SHELF = 6
const SHELVES = 4

export default async function HomePage({ params }: { params: LocaleParams }) {
  const { locale } = await params
  const t = await getTranslations("home")
  const [tree, shopList] = await Promise.all([departments(locale), orElse(shops(), [])])
  const rooms = tree.slice(0, SHELVES)
  const shared = { page: 1, pageSize: SHELF, locale, explain: false, filters: [] }
  const [fresh, ...shelves] = await Promise.all([
    search({ ...shared, sort: "NEWEST" }),
    ...rooms.map(({ handle }) => search({ ...shared, category: handle, sort: "RELEVANCE" })),
  ])
  const shopNames = new Map(shopList.map(({ handle, city }) => [handle, city]))
  const rows = [
    { key: "new", title: t("newest"), href: paths.search({ ...EMPTY_SEARCH, sort: "NEWEST" }), result: fresh },
    ...rooms.map(({ handle, name }, index) => ({
      key: handle,
      title: name,
      href: paths.category(handle),
      result: shelves[index],
    })),
  ]
  return (
    <>
      <section className="hero">
        <div className="awning" aria-hidden="true" />
        <div className="page-width hero-inner">
          <h1>{t("title")}</h1>
          <p>{t("lead")}</p>
          <div className="hero-search">
            <SearchBox locale={locale} />
          </div>
        </div>
      </section>
      <nav className="page-width rooms" aria-label={t("departments")}>
        <ul>
          {tree.map((room, index) => (
            <li key={room.handle}>
              <Link className="room" href={paths.category(room.handle)}>
                <span className="room-picture">
                  <Picture src={pictureUrl(room.image ?? shelves[index]?.hits[0]?.card.image)} alt="" size={96} eager />
                </span>
                <span>
                  <strong>{room.name}</strong>
                  <span className="muted">{room.children.map(({ name }) => name).join(", ")}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {rows.map(({ key, title, href, result }) =>
        result && result.hits.length > 0 ? (
          <section key={key} className="page-width shelf" aria-labelledby={`shelf-${key}`}>
            <div className="shelf-head">
              <h2 id={`shelf-${key}`}>{title}</h2>
              <Link href={href}>
                {t.rich("seeAll", { title, hidden: (text) => <span className="visually-hidden">{text}</span> })}
              </Link>
            </div>
            <ProductGrid
              shelf
              hits={result.hits.slice(0, SHELF - result.sponsored.length)}
              sponsored={result.sponsored}
              shopNames={shopNames}
              label={title}
            />
          </section>
        ) : null,
      )}
      <section className="page-width promises" aria-label={t("promises")}>
        <ul>
          {(["one", "counter", "who"] as const).map((key) => (
            <li key={key}>
              <strong>{t(`promise.${key}.title`)}</strong>
              <p>{t(`promise.${key}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
