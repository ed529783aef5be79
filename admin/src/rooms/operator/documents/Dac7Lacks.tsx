import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"

const LacksQuery = graphql(`
  query Dac7Lacks {
    dac7Lacks {
      sellerId
      sellerName
      missing
      requests
      blocked
    }
  }
`)

/** Sellers whose tax data lack: how often they were asked, and whether they are still paid. */
export function Dac7Lacks() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(LacksQuery, {})
  return (
    <Panel title={t("dac7.lacks")} flush>
      <Answer query={query}>
        {({ dac7Lacks }) =>
          dac7Lacks.length === 0 ? (
            <EmptyNote title={t("dac7.noLacks")} />
          ) : (
            <DataTable
              label={t("dac7.table", { title: t("dac7.lacks") })}
              rows={dac7Lacks}
              rowKey={(row) => row.sellerId}
              columns={[
                { key: "seller", header: t("documents.seller"), cell: (row) => row.sellerName },
                {
                  key: "missing",
                  header: t("dac7.missing"),
                  wide: true,
                  cell: (row) => row.missing.map((each) => t(`dac7.${each}`)).join(", "),
                },
                {
                  key: "asked",
                  header: t("dac7.asked"),
                  cell: (row) => row.requests.map((at) => format.date(at)).join(", ") || "–",
                },
                {
                  key: "blocked",
                  header: t("dac7.payouts"),
                  cell: (row) => (
                    <StatusBadge color={row.blocked ? "red" : "green"} className="whitespace-nowrap">
                      {t(row.blocked ? "dac7.blocked" : "dac7.paid")}
                    </StatusBadge>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
    </Panel>
  )
}
