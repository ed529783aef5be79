import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { openProblem } from "@/actions/order-care"
import { CareForm } from "@/components/order/care-form"
import { DisputeView } from "@/components/order/dispute-view"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { paths } from "@/lib/paths"
import { type OrderGroup, orderOf } from "@/server/order"
import { DISPUTE_REASONS, disputesOf } from "@/server/order-care"

interface Props {
  params: Promise<{ locale: AppLocale; token: string; part: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "order" })
  return { title: t("problem"), robots: { index: false }, referrer: "no-referrer" }
}

/** A dispute with one trader: opened here, followed here. */
export default async function ProblemPage({ params }: Props) {
  const { token, part } = await params
  const accessToken = decodeURIComponent(token)
  const t = await getTranslations("dispute")
  const tTalk = await getTranslations("talk")
  const order = await orderOf(accessToken)
  const group = order?.groups.find((each) => each.id === decodeURIComponent(part))
  if (!order || !group) notFound()
  const disputes = await disputesOf(accessToken, group.id)
  const possible = group.actions.includes("DISPUTE")
  return (
    <div className="page-width narrow">
      <h1>{t("title", { seller: group.trader.name })}</h1>
      {disputes.map((dispute) => (
        <DisputeView
          key={`${dispute.id} ${dispute.state}`}
          dispute={dispute}
          accessToken={accessToken}
          part={group.id}
        />
      ))}
      {possible ? <Open group={group} accessToken={accessToken} /> : null}
      {!possible && disputes.length === 0 ? <p className="note note-warning">{t("impossible")}</p> : null}
      <p>
        <Link href={paths.order(accessToken)}>{tTalk("back")}</Link>
      </p>
    </div>
  )
}

async function Open({ group, accessToken }: { group: OrderGroup; accessToken: string }) {
  const t = await getTranslations("dispute")
  const tTalk = await getTranslations("talk")
  return (
    <>
      <p className="lead">{t("lead")}</p>
      <CareForm
        act={openProblem}
        formKey={randomUUID()}
        fields={{ accessToken, part: group.id }}
        problems={{ short: t("short"), amountWrong: t("amountWrong") }}
        submit={t("submit")}
      >
        <div className="field">
          <label htmlFor="reason">{t("reason")}</label>
          <select id="reason" name="reason">
            {DISPUTE_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(reason)}
              </option>
            ))}
          </select>
        </div>
        <fieldset>
          <legend>{t("articles")}</legend>
          {group.lines.map((line) => (
            <label key={line.id} className="check">
              <input type="checkbox" name="line" value={line.id} defaultChecked /> <span>{line.title}</span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="text">{t("text")}</label>
          <textarea id="text" name="text" rows={5} maxLength={4000} />
        </div>
        <div className="field">
          <label htmlFor="claimed">{t("claimed")}</label>
          <p id="claimed-hint" className="field-hint">
            {t("claimedHint")}
          </p>
          <input id="claimed" name="claimed" inputMode="decimal" aria-describedby="claimed-hint" />
        </div>
        <div className="field">
          <label htmlFor="files">{tTalk("files")}</label>
          <input id="files" name="files" type="file" multiple accept="application/pdf,image/jpeg,image/png" />
        </div>
      </CareForm>
    </>
  )
}
