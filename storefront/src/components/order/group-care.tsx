import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import type { OrderGroup } from "@/server/order"

/** What a shopper can do about one trader's part, and what came back of it. */
export function GroupCare({ group, accessToken }: { group: OrderGroup; accessToken: string }) {
  const t = useTranslations("order")
  const tDispute = useTranslations("dispute")
  const locale = useLocale()
  const problem = group.actions.includes("DISPUTE") || group.disputes.length > 0
  return (
    <div className="group-care">
      {group.redress.map((each) => {
        const count = each.lines.reduce((sum, line) => sum + line.quantity, 0)
        const amount = formatMoney(each.amount, locale)
        return (
          <p key={each.id} className="muted">
            {count > 0 ? t("redress", { count, amount }) : t("redressMoney", { amount })}
            {each.settled ? null : ` (${t("redressPending")})`}
          </p>
        )
      })}
      {group.disputes.map((dispute) => (
        <p key={dispute.id} className="muted">
          {t("disputeState", { state: tDispute(dispute.state) })}
        </p>
      ))}
      <p className="group-actions">
        <Link className="button button-small" href={paths.talk(accessToken, group.id)}>
          {group.unread > 0 ? t("writeUnread", { count: group.unread }) : t("write")}
        </Link>
        {group.actions.includes("CANCEL") ? (
          <Link className="button button-small" href={paths.cancelPart(accessToken, group.id)}>
            {t("cancelPart")}
          </Link>
        ) : null}
        {problem ? (
          <Link className="button button-small" href={paths.dispute(accessToken, group.id)}>
            {t("problem")}
          </Link>
        ) : null}
      </p>
    </div>
  )
}
