import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { ShopCard } from "@/components/shop-card"
import { shops } from "@/server/shop"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "shops" })
  return { title: t("title") }
}

export default async function ShopsPage() {
  const t = await getTranslations("shops")
  const list = await shops()
  return (
    <div className="page-width medium">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {list.length === 0 ? <p>{t("none")}</p> : null}
      <ul className="shop-grid">
        {list.map((shop) => (
          <li key={shop.id} className="panel">
            <ShopCard shop={shop} level={2} />
          </li>
        ))}
      </ul>
    </div>
  )
}
