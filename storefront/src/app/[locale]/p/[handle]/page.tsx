import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { Breadcrumbs } from "@/components/breadcrumbs"
import { BuyBox } from "@/components/buy-box"
import { CountPage } from "@/components/count-page"
import { Gallery } from "@/components/gallery"
import { OffersTable } from "@/components/offers-table"
import { ProductDetails } from "@/components/product-details"
import { VariantChoice } from "@/components/variant-choice"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { chooseVariant } from "@/lib/choose-variant"
import { paths } from "@/lib/paths"
import { pictureUrl } from "@/server/pictures"
import { productOf } from "@/server/product"

interface Props {
  params: Promise<{ locale: AppLocale; handle: string }>
  searchParams: Promise<{ variant?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, handle } = await params
  const product = await productOf(decodeURIComponent(handle), locale)
  if (!product) return {}
  return { title: product.title, description: product.description.slice(0, 160) }
}

export default async function ProductPage({ params, searchParams }: Props) {
  const { locale, handle } = await params
  const asked = (await searchParams).variant
  const t = await getTranslations("product")
  const product = await productOf(decodeURIComponent(handle), locale)
  if (!product) notFound()
  // The sheet was merged into another: its address leads there for good.
  if (product.handle !== decodeURIComponent(handle)) permanentRedirect(`/${locale}${paths.product(product.handle)}`)
  const variant = chooseVariant(product.variants, Array.isArray(asked) ? asked[0] : asked)
  const offers = (variant?.offers ?? []).filter(({ inStock }) => inStock > 0)
  const winner = offers.find(({ id }) => id === variant?.buyBox?.offer.id)
  const others = offers.filter((offer) => offer !== winner)
  const images = product.images.flatMap(({ url, alt }) => {
    const absolute = pictureUrl(url)
    return absolute ? [{ url: absolute, alt }] : []
  })
  const department = product.categoryPath.at(-1)
  return (
    <div className="page-width">
      <CountPage locale={locale} productId={product.id} />
      <Breadcrumbs path={product.categoryPath} />
      <div className="product">
        <Gallery
          key={variant?.id}
          images={images}
          title={product.title}
          first={variant?.image ? pictureUrl(variant.image) : null}
        />
        <div className="product-head">
          {product.brand ? <p className="tile-brand">{product.brand}</p> : null}
          <h1>{product.title}</h1>
          {variant ? <VariantChoice product={product} chosen={variant} /> : null}
          {winner && variant?.buyBox ? (
            <BuyBox product={product} offer={winner} reason={variant.buyBox.reason} others={others.length} />
          ) : (
            <section className="buy-box" aria-label={t("buyBox")}>
              <p>
                <strong>{t("unavailableTitle")}</strong>
              </p>
              <p>{others.length > 0 ? t("unavailableButOffers") : t("unavailableText")}</p>
              {department ? (
                <Link href={paths.category(department.handle)}>{t("seeDepartment", department)}</Link>
              ) : null}
            </section>
          )}
        </div>
      </div>
      {others.length > 0 ? <OffersTable product={product} offers={others} /> : null}
      <ProductDetails product={product} trader={winner?.trader ?? others[0]?.trader} gtin={variant?.gtin ?? null} />
    </div>
  )
}
