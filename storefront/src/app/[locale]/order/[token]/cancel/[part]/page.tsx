import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { confirmCancellation } from "@/actions/order-care"
import { CareForm } from "@/components/order/care-form"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import type { RawParams } from "@/lib/search-url"
import { quantityField, readWithdrawal } from "@/lib/withdrawal-lines"
import { type OrderGroup, orderOf } from "@/server/order"
import { cancellationQuote, type Units } from "@/server/order-care"

interface Props {
  params: Promise<{ locale: AppLocale; token: string; part: string }>
  searchParams: Promise<RawParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "order" })
  return { title: t("cancelPart"), robots: { index: false }, referrer: "no-referrer" }
}

/** First the choice, then the amount with the button that cancels. */
export default async function CancelPage({ params, searchParams }: Props) {
  const { locale, token, part } = await params
  const accessToken = decodeURIComponent(token)
  const t = await getTranslations("cancelOrder")
  const order = await orderOf(accessToken)
  const group = order?.groups.find((each) => each.id === decodeURIComponent(part))
  if (!order || !group) notFound()
  const chosenBefore = await searchParams
  const waiting = group.lines.map((line) => ({
    lineId: line.id,
    title: line.title,
    available: line.quantity - line.gone - line.shipped,
    excludedBecause: null,
  }))
  const chosen = readWithdrawal(chosenBefore, waiting)
  return (
    <div className="page-width narrow">
      <h1>{t("title", { seller: group.trader.name })}</h1>
      {!group.actions.includes("CANCEL") ? (
        <p className="note note-warning">{t("impossible")}</p>
      ) : chosen.length > 0 ? (
        <Confirm group={group} accessToken={accessToken} chosen={chosen} locale={locale} />
      ) : (
        <>
          <p className="lead">{t("lead")}</p>
          {Object.keys(chosenBefore).length > 0 ? (
            <p className="note note-danger" role="alert">
              {t("chooseOne")}
            </p>
          ) : null}
          <form action={`/${locale}${paths.cancelPart(accessToken, group.id)}`} className="form">
            <ul className="withdraw-lines">
              {waiting
                .filter((line) => line.available > 0)
                .map((line) => (
                  <li key={line.lineId}>
                    <label>
                      <span>{line.title}</span>
                      <select name={quantityField(line.lineId)} defaultValue={line.available}>
                        {Array.from({ length: line.available + 1 }, (_, count) => (
                          <option key={count} value={count}>
                            {count === 0 ? t("keep") : t("cancel", { count })}
                          </option>
                        ))}
                      </select>
                    </label>
                  </li>
                ))}
            </ul>
            <button type="submit" className="button button-primary">
              {t("toConfirm")}
            </button>
          </form>
        </>
      )}
      <p>
        <Link href={paths.order(accessToken)}>{t("back")}</Link>
      </p>
    </div>
  )
}

interface ConfirmProps {
  group: OrderGroup
  accessToken: string
  chosen: Units[]
  locale: AppLocale
}

async function Confirm({ group, accessToken, chosen, locale }: ConfirmProps) {
  const t = await getTranslations("cancelOrder")
  const quote = await cancellationQuote(accessToken, group.id, chosen)
  const titles = new Map(group.lines.map((line) => [line.id, line.title]))
  return (
    <>
      <h2>{t("confirmTitle")}</h2>
      <ul className="withdraw-lines">
        {chosen.map(({ lineId, quantity }) => (
          <li key={lineId}>
            <span>
              {quantity} × {titles.get(lineId)}
            </span>
          </li>
        ))}
      </ul>
      <dl className="refund">
        <div>
          <dt>{t("goods")}</dt>
          <dd>{formatMoney(quote.goods, locale)}</dd>
        </div>
        <div>
          <dt>{t("delivery")}</dt>
          <dd>{formatMoney(quote.delivery, locale)}</dd>
        </div>
        <div className="refund-total">
          <dt>{t("total")}</dt>
          <dd>{formatMoney(quote.total, locale)}</dd>
        </div>
      </dl>
      <p>{t("how")}</p>
      <CareForm
        act={confirmCancellation}
        formKey={randomUUID()}
        fields={{
          accessToken,
          part: group.id,
          ...Object.fromEntries(chosen.map(({ lineId, quantity }) => [quantityField(lineId), String(quantity)])),
        }}
        submit={t("confirm")}
      />
      <p>
        <Link href={paths.cancelPart(accessToken, group.id)}>{t("change")}</Link>
      </p>
    </>
  )
}
