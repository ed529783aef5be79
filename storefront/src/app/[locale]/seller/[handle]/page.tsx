import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ProductGrid } from "@/components/product-grid"
import { searchInput } from "@/components/results"
import { TraderBlock } from "@/components/trader-block"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { formatDay } from "@/lib/dates"
import { paths } from "@/lib/paths"
import { EMPTY_SEARCH, type SearchState } from "@/lib/search-url"
import { search } from "@/server/search"
import { sellerOf } from "@/server/seller"
import { orElse, shops } from "@/server/shop"

interface Props {
  params: Promise<{ locale: AppLocale; handle: string }>
}

const GOODS = 10

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle, locale } = await params
  return { title: (await sellerOf(decodeURIComponent(handle), locale))?.trader.name }
}

/** Who sells: the trader's identity, its own words, its holidays and its goods. */
export default async function SellerPage({ params }: Props) {
  const { locale, handle: segment } = await params
  const handle = decodeURIComponent(segment)
  const t = await getTranslations("trader")
  const shop = await sellerOf(handle, locale)
  if (!shop) notFound()
  const { trader, words } = shop
  const own: SearchState = { ...EMPTY_SEARCH, filters: [{ field: "seller", values: [handle] }] }
  const [goods, shopList] = await Promise.all([
    shop.open ? orElse(search({ ...searchInput(own, locale), pageSize: GOODS }), null) : null,
    orElse(shops(), []),
  ])
  const texts = (["about", "delivery", "returns"] as const).filter((name) => words[name])
  return (
    <div className="page-width seller-page">
      <h1>{trader.name}</h1>
      <p className="lead">{trader.isRetailer ? t("retailerLead") : t("sellerLead")}</p>
      {shop.since ? <p className="muted">{t("since", { day: formatDay(shop.since, locale) })}</p> : null}
      {!shop.open && !trader.closure?.now ? <p className="note">{t("notOpen")}</p> : null}
      <div className="details-columns">
        <section className="panel" aria-labelledby="trader-title">
          <h2 id="trader-title">{t("title")}</h2>
          <TraderBlock trader={trader} link={false} />
          {trader.isRetailer ? null : (
            <p>
              <Link href={paths.report("seller", handle)}>{t("report")}</Link>
            </p>
          )}
        </section>
        {texts.map((name) => (
          <section key={name} className="panel" aria-labelledby={`${name}-title`}>
            <h2 id={`${name}-title`}>{t(name)}</h2>
            <p className="prose">{words[name]}</p>
            {name === "returns" && shop.acceptsShopReturns ? <p className="muted">{t("shopReturns")}</p> : null}
          </section>
        ))}
      </div>
      {goods && goods.hits.length > 0 ? (
        <section aria-labelledby="goods-title">
          <h2 id="goods-title">{t("goods")}</h2>
          <ProductGrid
            hits={goods.hits}
            sponsored={[]}
            shopNames={new Map(shopList.map((each) => [each.handle, each.city]))}
            label={t("goods")}
          />
          {goods.total > GOODS ? (
            <p>
              <Link href={paths.search(own)}>{t("allGoods")}</Link>
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}
