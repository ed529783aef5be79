import { useTranslation } from "react-i18next"
import { roomRequest, useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { decimalsOf, plainAmount } from "../i18n/money"
import { List } from "../ui/List"
import { useListParams } from "../ui/useListParams"
import { DocumentDrawer } from "./DocumentDrawer"
import { monthName } from "./monthName"
import { DocumentsQuery, SellerDocumentsQuery } from "./queries"

export const KINDS = ["COMMISSION_INVOICE", "FEE_INVOICE", "CREDIT_NOTE", "STATEMENT"] as const
export type Kind = (typeof KINDS)[number]

const FIRST_YEAR = 2026

/** Invoices, credit notes and statements: a seller's own, or everybody's for the operator. */
export function DocumentList() {
  const { t } = useTranslation()
  const format = useFormat()
  const room = useRoom()
  const operator = room === "OPERATOR"
  const params = useListParams()
  const year = Number(params.get("year"))
  const filter = {
    kind: (params.get("kind") || null) as Kind | null,
    year: Number.isInteger(year) && year > 0 ? year : null,
    search: params.search || null,
  }
  const document = operator ? DocumentsQuery : SellerDocumentsQuery
  const query = useRoomQuery(document, { filter, page: params.page, pageSize: 25 })
  const open = (id: string): void => params.set({ open: id, page: String(params.page) })
  const years = Array.from({ length: new Date().getFullYear() + 1 - FIRST_YEAR + 1 }, (_, i) => String(FIRST_YEAR + i))
  return (
    <>
      <List
        name={`${room.toLowerCase()}.documents`}
        label={t("documents.title")}
        query={query}
        pick={(data) => data.list}
        rowKey={(row) => row.id}
        params={params}
        search={operator ? t("documents.searchAll") : t("documents.search")}
        filters={[
          {
            key: "kind",
            label: t("documents.kind"),
            options: KINDS.map((value) => ({ value, label: t(`documentKinds.${value}`) })),
          },
          { key: "year", label: t("documents.year"), options: years.map((value) => ({ value, label: value })) },
        ]}
        exportPage={async (page) => (await roomRequest(room, document, { filter, page, pageSize: 100 })).list}
        onOpen={(row) => open(row.id)}
        empty={{ title: t("documents.none"), hint: t("documents.noneHint") }}
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
            csv: (row) => t(`documentKinds.${row.kind}`),
            cell: (row) => t(`documentKinds.${row.kind}`),
          },
          ...(operator
            ? [
                {
                  key: "seller",
                  header: t("documents.seller"),
                  csv: (row: { sellerName: string }) => row.sellerName,
                  cell: (row: { sellerName: string }) => row.sellerName,
                },
              ]
            : []),
          {
            key: "period",
            header: t("documents.period"),
            csv: (row) => `${row.periodFrom} – ${row.periodTo}`,
            cell: (row) => monthName(row.periodTo.slice(0, 7), format.language),
          },
          {
            key: "issued",
            header: t("documents.issued"),
            csv: (row) => row.issueDay,
            cell: (row) => format.date(row.issueDay),
          },
          {
            key: "corrects",
            header: t("documents.corrects"),
            cell: (row) => row.corrects?.number ?? "–",
          },
          {
            key: "gross",
            header: t("common.amount"),
            end: true,
            csv: (row) => plainAmount(row.gross.amount, decimalsOf(row.gross.currency), format.language),
            cell: (row) => format.money(row.gross),
          },
        ]}
      />
      {params.get("open") && (
        <DocumentDrawer
          id={params.get("open")}
          key={params.get("open")}
          close={() => params.set({ open: "", page: String(params.page) })}
          show={(id) => open(id)}
        />
      )}
    </>
  )
}
