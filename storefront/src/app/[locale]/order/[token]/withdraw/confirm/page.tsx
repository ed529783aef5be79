import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ConfirmWithdrawal } from "@/components/order/confirm-withdrawal"
import { Link, redirect } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { paths } from "@/lib/paths"
import type { RawParams } from "@/lib/search-url"
import { quantityField, readWithdrawal } from "@/lib/withdrawal-lines"
import { orderOf } from "@/server/order"

interface Props {
  params: Promise<{ locale: AppLocale; token: string }>
  searchParams: Promise<RawParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "withdrawal" })
  return { title: t("stepTwoTitle"), robots: { index: false }, referrer: "no-referrer" }
}

/** Second step: the button that declares. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { locale, token } = await params
  const t = await getTranslations("withdrawal")
  const order = await orderOf(decodeURIComponent(token))
  if (!order) notFound()
  const chosen = readWithdrawal(await searchParams, order.withdrawal.lines)
  if (chosen.length === 0) return redirect({ href: `${paths.withdraw(order.accessToken)}?none=1`, locale })
  const titles = new Map(order.withdrawal.lines.map(({ lineId, title }) => [lineId, title]))
  return (
    <div className="page-width narrow">
      <p className="step-note">{t("step", { step: 2 })}</p>
      <h1>{t("stepTwoTitle")}</h1>
      <p className="lead">{t("stepTwoLead", { number: order.number })}</p>
      <ul className="withdraw-lines">
        {chosen.map(({ lineId, quantity }) => (
          <li key={lineId}>
            <span>
              {quantity} × {titles.get(lineId)}
            </span>
          </li>
        ))}
      </ul>
      <p>{t("consequences", { email: order.email })}</p>
      <ConfirmWithdrawal
        accessToken={order.accessToken}
        fields={chosen.map(({ lineId, quantity }) => ({ name: quantityField(lineId), value: quantity }))}
      />
      <p>
        <Link href={paths.withdraw(order.accessToken)}>{t("changeChoice")}</Link>
      </p>
    </div>
  )
}
