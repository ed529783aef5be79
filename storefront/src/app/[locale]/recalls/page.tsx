import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { LocaleParams } from "@/app/[locale]/layout"
import { formatDay } from "@/lib/dates"
import { recalls } from "@/server/recalls"

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "recallsPage" })
  return { title: t("title") }
}

/** Recalls, and unlawful goods of which not every buyer could be told (DSA art. 32 (2)). */
export default async function RecallsPage({ params }: { params: LocaleParams }) {
  const { locale } = await params
  const t = await getTranslations("recallsPage")
  const all = await recalls(locale)
  return (
    <div className="page-width narrow">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {all.length === 0 ? <p className="note">{t("none")}</p> : null}
      {all.map((recall) => (
        <section key={recall.number} className="panel" aria-labelledby={`recall-${recall.number}`}>
          <h2 id={`recall-${recall.number}`}>{recall.brand ? `${recall.title} (${recall.brand})` : recall.title}</h2>
          <p>
            <span className="badge">{t(recall.kind)}</span>{" "}
            <span className="muted">{t("since", { day: formatDay(recall.at, locale) })}</span>
          </p>
          <dl className="facts">
            <div>
              <dt>{t("reason")}</dt>
              <dd>{recall.reason}</dd>
            </div>
            <div>
              <dt>{t("redress")}</dt>
              <dd>{recall.redress}</dd>
            </div>
            {recall.traders.length > 0 ? (
              <div>
                <dt>{t("traders")}</dt>
                <dd>
                  {recall.traders.map((trader) => (
                    <div key={trader}>{trader}</div>
                  ))}
                </dd>
              </div>
            ) : null}
            {recall.gtins.length > 0 ? (
              <div>
                <dt>{t("gtins")}</dt>
                <dd>{recall.gtins.join(", ")}</dd>
              </div>
            ) : null}
          </dl>
        </section>
      ))}
    </div>
  )
}
