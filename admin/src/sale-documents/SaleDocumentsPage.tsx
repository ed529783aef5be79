import { useTranslation } from "react-i18next"
import { roomRequest, useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { decimalsOf, plainAmount } from "../i18n/money"
import { List } from "../ui/List"
import { Page } from "../ui/Page"
import { useListParams } from "../ui/useListParams"
import { SaleDocumentsQuery, type SaleDocumentHead, SellerSaleDocumentsQuery } from "./queries"
import { SaleDocumentDrawer } from "./SaleDocumentDrawer"

const KINDS = ["SALE_INVOICE", "SALE_CREDIT_NOTE"] as const

/** What shoppers were invoiced: of a seller's own sales, or in every trader's name for the operator. */
export function SaleDocumentsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const room = useRoom()
  const operator = room === "OPERATOR"
  const params = useListParams()
  const filter = {
    kind: (params.get("kind") || null) as (typeof KINDS)[number] | null,
    search: params.search || null,
  }
  const list = operator ? SaleDocumentsQuery : SellerSaleDocumentsQuery
  const query = useRoomQuery(list, { filter, page: params.page, pageSize: 25 })
  const open = (id: string): void => params.set({ open: id, page: String(params.page) })
  return (
    <Page title={t("saleDocuments.title")} lead={t(operator ? "saleDocuments.leadAll" : "saleDocuments.lead")}>
      <List
        name={`${room.toLowerCase()}.saleDocuments`}
        label={t("saleDocuments.title")}
        query={query}
        pick={(data) => data.list}
        rowKey={(row) => row.id}
        params={params}
        search={t("saleDocuments.search")}
        filters={[
          {
            key: "kind",
            label: t("documents.kind"),
            options: KINDS.map((value) => ({ value, label: t(`saleDocumentKinds.${value}`) })),
          },
        ]}
        exportPage={async (page) => (await roomRequest(room, list, { filter, page, pageSize: 100 })).list}
        onOpen={(row) => open(row.id)}
        empty={{ title: t("saleDocuments.none"), hint: t("saleDocuments.noneHint") }}
        columns={[
          {
            key: "number",
            header: t("documents.number"),
            csv: (row) => row.number,
            cell: (row) => (
              <button
                type="button"
                className="text-ui-fg-interactive whitespace-nowrap font-medium"
                onClick={() => open(row.id)}
              >
                {row.number}
              </button>
            ),
          },
          {
            key: "kind",
            header: t("documents.kind"),
            csv: (row) => t(`saleDocumentKinds.${row.kind}`),
            cell: (row) => t(`saleDocumentKinds.${row.kind}`),
          },
          {
            key: "issued",
            header: t("documents.issued"),
            csv: (row) => row.issueDay,
            cell: (row) => format.date(row.issueDay),
          },
          {
            key: "order",
            header: t("saleDocuments.order"),
            csv: (row) => String(row.orderNumber),
            cell: (row) => row.orderNumber,
          },
          {
            key: "customer",
            header: t("saleDocuments.customer"),
            csv: (row) => row.customerName,
            cell: (row) => row.customerName,
          },
          ...(operator
            ? [
                {
                  key: "trader",
                  header: t("saleDocuments.trader"),
                  csv: (row: SaleDocumentHead) => row.traderName,
                  cell: (row: SaleDocumentHead) => row.traderName,
                },
              ]
            : []),
          {
            key: "issuer",
            header: t("saleDocuments.issuer"),
            csv: (row) => row.issuerName,
            cell: (row) => row.issuerName,
          },
          {
            key: "gross",
            header: t("saleDocuments.gross"),
            end: true,
            csv: (row) => plainAmount(row.gross.amount, decimalsOf(row.gross.currency), format.language),
            cell: (row) => format.money(row.gross),
          },
        ]}
      />
      {params.get("open") && (
        <SaleDocumentDrawer
          id={params.get("open")}
          key={params.get("open")}
          close={() => params.set({ open: "", page: String(params.page) })}
        />
      )}
    </Page>
  )
}
