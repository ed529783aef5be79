import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "myData" })
  return { title: t("erasedTitle"), robots: { index: false } }
}

export default async function ErasedPage() {
  const t = await getTranslations("myData")
  const tAccount = await getTranslations("account")
  return (
    <div className="page-width narrow">
      <h1>{t("erasedTitle")}</h1>
      <p>{t("erasedText")}</p>
      <p>
        <Link className="button button-primary" href={paths.home}>
          {tAccount("startShopping")}
        </Link>
      </p>
    </div>
  )
}
