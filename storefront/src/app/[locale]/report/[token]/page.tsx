import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ContestForm } from "@/components/contest-form"
import { graphql } from "@/graphql/graphql"
import type { AppLocale } from "@/i18n/routing"
import { formatDay } from "@/lib/dates"
import { ask } from "@/server/api"

interface Props {
  params: Promise<{ locale: AppLocale; token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const ReportedQuery = graphql(`
  query ReportedNotice($token: String!) {
    reportedNotice(token: $token) {
      number
      subjectLabel
      category
      decision
      reasons
      receivedAt
      decidedAt
      complaint {
        text
        outcome
        answer
      }
    }
  }
`)

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" }

/** What became of a report; only who has the link of the receipt comes here. */
export default async function ReportedPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  const t = await getTranslations("reported")
  const tReport = await getTranslations("report")
  const notice = (await ask(ReportedQuery, { token: decodeURIComponent(token) })).reportedNotice
  if (!notice) notFound()
  const { complaint } = notice
  return (
    <div className="page-width narrow">
      <h1>{t("title", { number: notice.number })}</h1>
      {(await searchParams).new ? (
        <p className="note note-success" role="status">
          {tReport("done", { number: notice.number })}
        </p>
      ) : null}
      <dl className="facts">
        <div>
          <dt>{t("subject")}</dt>
          <dd>
            {notice.subjectLabel} ({tReport(`categories.${notice.category}`)})
          </dd>
        </div>
      </dl>
      {notice.decision && notice.decidedAt ? (
        <section className="panel" aria-labelledby="decision-title">
          <h2 id="decision-title">{t(`decisions.${notice.decision}`)}</h2>
          <p className="muted">{t("decided", { day: formatDay(notice.decidedAt, locale) })}</p>
          <p>
            <strong>{t("reasons")}</strong>
          </p>
          <p>{notice.reasons}</p>
        </section>
      ) : (
        <p>{t("received", { day: formatDay(notice.receivedAt, locale) })}</p>
      )}
      {complaint ? (
        <section className="panel" aria-labelledby="complaint-title">
          <h2 id="complaint-title">{t("contested")}</h2>
          <p>{complaint.text}</p>
          <p>
            <strong>{complaint.outcome ? t(`outcomes.${complaint.outcome}`) : t("waiting")}</strong>
          </p>
          {complaint.answer ? <p>{complaint.answer}</p> : null}
        </section>
      ) : notice.decision ? (
        <section aria-labelledby="contest-title">
          <h2 id="contest-title">{t("contestTitle")}</h2>
          <p>{t("contestText")}</p>
          <ContestForm token={decodeURIComponent(token)} />
        </section>
      ) : null}
    </div>
  )
}
