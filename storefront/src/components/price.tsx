import { useLocale, useTranslations } from "next-intl"
import { formatMoney, type Money } from "@/lib/money"

/** A price; with a reduction, also the lowest price of the thirty days before it, as the law asks. */
export function Price({ price, prior, large = false }: { price: Money; prior?: Money | null; large?: boolean }) {
  const t = useTranslations("price")
  const locale = useLocale()
  const reduced = prior && prior.amount > price.amount ? prior : null
  return (
    <span className="price" data-large={large || undefined} data-reduced={reduced ? true : undefined}>
      {reduced ? <span className="visually-hidden">{t("now")} </span> : null}
      <strong>{formatMoney(price, locale)}</strong>
      {reduced ? (
        <span className="price-prior">
          <span aria-hidden="true">−{Math.round(100 - (100 * price.amount) / reduced.amount)} %</span>{" "}
          <span>{t("prior", { price: formatMoney(reduced, locale) })}</span>
        </span>
      ) : null}
    </span>
  )
}
