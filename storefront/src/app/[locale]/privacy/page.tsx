import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { MeasureSetting } from "@/components/measure-consent"
import { ProsePage } from "@/components/prose-page"
import { orElse, shopConfig } from "@/server/shop"

const SECTIONS = ["cookies", "data", "measure", "ads", "yourRights"] as const

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "privacyPage" })
  return { title: t("title") }
}

export default async function Page() {
  const t = await getTranslations("privacyPage")
  // Where cards are taken, an outside service is loaded after all.
  const cards = (await orElse(shopConfig(), null))?.cardPayments ?? false
  const text = (key: (typeof SECTIONS)[number]) => t(key === "cookies" && cards ? "cookies.withCards" : `${key}.text`)
  const sections = SECTIONS.map((key) => ({ title: t(`${key}.title`), paragraphs: text(key).split("\n") }))
  return (
    <ProsePage title={t("title")} lead={t("lead")} sections={sections}>
      <MeasureSetting />
    </ProsePage>
  )
}
