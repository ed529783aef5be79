import { useLocale, useTranslations } from "next-intl"
import { formatDay } from "@/lib/dates"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import type { OrderGroup } from "@/server/order"

/** Invoices and credit notes of one trader: plain links, for each is a file. */
export function OrderDocuments({ group, accessToken }: { group: OrderGroup; accessToken: string }) {
  const t = useTranslations("order")
  const locale = useLocale()
  if (group.documents.length === 0) return null
  const titleId = `documents-${group.id}`
  return (
    <div className="order-documents">
      <h3 id={titleId}>{t("documents")}</h3>
      <ul aria-labelledby={titleId}>
        {group.documents.map((document) => (
          <li key={document.id}>
            <a href={`/${locale}${paths.orderDocument(accessToken, document.id)}`} download>
              {t(`document.${document.kind}`, { number: document.number })}
            </a>{" "}
            <span className="muted">
              {t("documentFacts", {
                day: formatDay(document.issueDay, locale),
                amount: formatMoney(document.gross, locale),
                issuer: document.issuerName,
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
