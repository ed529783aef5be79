import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { ProsePage } from "@/components/prose-page"

const SECTIONS = ["state", "tests", "contact"] as const

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accessibilityPage" })
  return { title: t("title") }
}

export default async function Page() {
  const t = await getTranslations("accessibilityPage")
  const sections = SECTIONS.map((key) => ({ title: t(`${key}.title`), paragraphs: t(`${key}.text`).split("\n") }))
  return <ProsePage title={t("title")} lead={t("lead")} sections={sections} />
}
