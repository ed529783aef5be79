import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { ProsePage } from "@/components/prose-page"
import { orElse, shopConfig } from "@/server/shop"

const SECTIONS = ["publisher", "marketplace", "report"] as const

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "legalPage" })
  return { title: t("title") }
}

export default async function LegalPage() {
  const t = await getTranslations("legalPage")
  const name = (await orElse(shopConfig(), null))?.retailerName ?? "Gondola"
  const sections = SECTIONS.map((key) => ({
    title: t(`${key}.title`),
    paragraphs: t(`${key}.text`, { name }).split("\n"),
  }))
  return <ProsePage title={t("title")} lead={t("lead", { name })} sections={sections} />
}
