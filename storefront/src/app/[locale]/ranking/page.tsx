import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { ProsePage } from "@/components/prose-page"
import { buyBoxRule } from "@/server/ranking"
import { orElse } from "@/server/shop"

const SECTIONS = ["results", "offers", "ads", "change", "traders", "own"] as const

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "rankingPage" })
  return { title: t("title") }
}

export default async function Page({ params }: { params: LocaleParams }) {
  const { locale } = await params
  const t = await getTranslations("rankingPage")
  const rule = await orElse(buyBoxRule(locale), null)
  const sections = SECTIONS.map((key) => ({
    title: t(`${key}.title`),
    paragraphs: [...(key === "offers" && rule ? [t("offers.rule", { rule })] : []), ...t(`${key}.text`).split("\n")],
  }))
  return <ProsePage title={t("title")} lead={t("lead")} sections={sections} />
}
