import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { Link, redirect } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { formatDay } from "@/lib/dates"
import { paths } from "@/lib/paths"
import { quantityField } from "@/lib/withdrawal-lines"
import { orderOf } from "@/server/order"

interface Props {
  params: Promise<{ locale: AppLocale; token: string }>
  searchParams: Promise<{ none?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "withdrawal" })
  return { title: t("stepOneTitle"), robots: { index: false }, referrer: "no-referrer" }
}

/** First of two steps: what the shopper no longer wants. Nothing is declared yet. */
export default async function WithdrawPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  const t = await getTranslations("withdrawal")
  const order = await orderOf(decodeURIComponent(token))
  if (!order) notFound()
  const { withdrawal } = order
  if (!withdrawal.open) return redirect({ href: paths.order(order.accessToken), locale })
  const { none } = await searchParams
  return (
    <div className="page-width narrow">
      <p className="step-note">{t("step", { step: 1 })}</p>
      <h1>{t("stepOneTitle")}</h1>
      <p className="lead">{t("stepOneLead", { number: order.number })}</p>
      <p>{withdrawal.until ? t("until", { day: formatDay(withdrawal.until, locale) }) : t("notStarted")}</p>
      {none ? (
        <p className="note note-danger" role="alert">
          {t("chooseOne")}
        </p>
      ) : null}
      <form action={`/${locale}${paths.withdrawConfirm(order.accessToken)}`} className="form">
        <ul className="withdraw-lines">
          {withdrawal.lines.map((line) => (
            <li key={line.lineId}>
              {line.excludedBecause || line.available === 0 ? (
                <>
                  <span>{line.title}</span>
                  <span className="muted">{line.excludedBecause ?? t("alreadyDeclared")}</span>
                </>
              ) : (
                <label>
                  <span>{line.title}</span>
                  <select name={quantityField(line.lineId)} defaultValue="0">
                    {Array.from({ length: line.available + 1 }, (_, count) => (
                      <option key={count} value={count}>
                        {count === 0 ? t("keep") : t("giveBack", { count })}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </li>
          ))}
        </ul>
        <button type="submit" className="button button-primary">
          {t("toStepTwo")}
        </button>
      </form>
      <p>
        <Link href={paths.order(order.accessToken)}>{t("backToOrder")}</Link>
      </p>
    </div>
  )
}
