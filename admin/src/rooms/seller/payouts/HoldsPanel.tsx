import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable, Paging } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { HoldsQuery } from "./queries"

/** Orders whose money waits, and until when. */
export function HoldsPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const query = useRoomQuery(HoldsQuery, { page })
  return (
    <Panel title={t("payouts.holds")} flush>
      <Answer query={query} rows={4}>
        {({ sellerPayoutHolds: holds }) =>
          holds.total === 0 ? (
            <EmptyNote title={t("payouts.noHolds")} />
          ) : (
            <>
              <DataTable
                label={t("payouts.holds")}
                rows={holds.items}
                rowKey={(hold) => hold.sellerOrderId}
                columns={[
                  {
                    key: "order",
                    header: t("common.order"),
                    cell: (hold) => (
                      <Link className="text-ui-fg-interactive" to={`/seller/orders/${hold.sellerOrderId}`}>
                        #{hold.orderNumber}
                      </Link>
                    ),
                  },
                  { key: "reason", header: t("payouts.reason"), cell: (hold) => t(`payouts.${hold.reason}`) },
                  {
                    key: "until",
                    header: t("payouts.until"),
                    cell: (hold) => (hold.until ? format.date(hold.until) : t("payouts.unknownUntil")),
                  },
                  {
                    key: "amount",
                    header: t("common.amount"),
                    end: true,
                    cell: (hold) => format.money(hold.amount),
                  },
                ]}
              />
              <Paging page={holds.page} pageSize={holds.pageSize} total={holds.total} go={setPage} />
            </>
          )
        }
      </Answer>
    </Panel>
  )
}
