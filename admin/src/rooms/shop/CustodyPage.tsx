import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { useListParams } from "../../ui/useListParams"
import { usePlace } from "../../ui/usePlace"
import { Dispose } from "./Dispose"
import { PinGate } from "./desk/PinGate"
import { CustodyQuery } from "./returns"

const PLACES = ["quarantine", "cage"] as const
const OLD_MS = 7 * 86_400_000

export function CustodyPage() {
  const { t } = useTranslation()
  return (
    <PinGate
      fallback={(pad) => (
        <Page title={t("nav.custody")} lead={t("shop.custodyPin")}>
          {pad}
        </Page>
      )}
    >
      <Custody />
    </PinGate>
  )
}

function Custody() {
  const { t } = useTranslation()
  const format = useFormat()
  const place = usePlace()
  const params = useListParams()
  const query = useRoomQuery(CustodyQuery, { page: params.page, place: params.state || null })
  return (
    <Page title={t("nav.custody")} lead={t("shop.custodyLead")}>
      <List
        label={t("nav.custody")}
        query={query}
        pick={(data) => data.custodyUnits}
        rowKey={(row) => row.id}
        params={params}
        filter={{ label: t("common.place"), options: PLACES.map((value) => ({ value, label: place(value) })) }}
        empty={{ title: t("shop.noCustody"), hint: t("shop.noCustodyHint") }}
        columns={[
          {
            key: "bag",
            header: t("shop.bag"),
            cell: (row) => <span className="font-mono font-medium">{row.bagCode}</span>,
          },
          {
            key: "title",
            header: t("common.product"),
            cell: (row) => (
              <span className="block py-1">
                <span className="block max-w-[11rem] truncate sm:max-w-[16rem] font-medium">
                  {row.quantity} × {row.title}
                </span>
                <span className="text-ui-fg-muted text-xs">
                  {row.ownerName} · {row.returnNumber}
                </span>
              </span>
            ),
          },
          { key: "grade", header: t("common.grade"), cell: (row) => `${row.grade} · ${t(`grades.${row.grade}`)}` },
          { key: "place", header: t("common.place"), cell: (row) => place(row.place) },
          {
            key: "since",
            header: t("shop.since"),
            cell: (row) => (
              <span className={Date.now() - Date.parse(row.since) > OLD_MS ? "text-ui-fg-error font-medium" : ""}>
                {format.age(row.since)}
              </span>
            ),
          },
          {
            key: "do",
            header: t("common.actions"),
            end: true,
            fixed: true,
            cell: (row) => row.place.toLowerCase() === "quarantine" && <Dispose unit={row} />,
          },
        ]}
      />
    </Page>
  )
}
