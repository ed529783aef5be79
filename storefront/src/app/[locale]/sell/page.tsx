import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { SellerForm } from "@/components/seller-form"
import { StartApplication } from "@/components/start-application"
import { orElse, shopConfig } from "@/server/shop"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sell" })
  return { title: t("title") }
}

export default async function SellPage() {
  const t = await getTranslations("sell")
  const config = await orElse(shopConfig(), null)
  return (
    <div className="page-width medium">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <ol className="sell-steps">
        {(["apply", "review", "publish"] as const).map((step) => (
          <li key={step}>
            <strong>{t(`step.${step}.title`)}</strong>
            <p>{t(`step.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <section className="panel" aria-labelledby="start-title">
        <h2 id="start-title">{t("startTitle")}</h2>
        <p>{t("startText")}</p>
        <StartApplication country={config?.countryCode ?? "fr"} />
      </section>
      <h2>{t("wholeTitle")}</h2>
      <SellerForm country={config?.countryCode ?? "fr"} />
    </div>
  )
}
