import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { FindOrderForm } from "@/components/find-order-form"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "findOrder" })
  return { title: t("title") }
}

export default async function FindOrderPage() {
  const t = await getTranslations("findOrder")
  return (
    <div className="page-width narrow">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <FindOrderForm />
    </div>
  )
}
