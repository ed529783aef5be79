import { useTranslation } from "react-i18next"
import { useFormat } from "../../i18n/format"
import { DataTable } from "../../ui/DataTable"
import { Panel } from "../../ui/Panel"
import { Picture } from "../../ui/Picture"
import type { SellerOrder } from "./orders"

export function OrderLines({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Panel title={t("seller.items")} flush>
      <DataTable
        label={t("seller.items")}
        rows={order.lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: "title",
            header: t("common.product"),
            cell: (line) => (
              <span className="flex items-center gap-3 py-1">
                <Picture src={line.image} />
                <span className="min-w-0">
                  <span className="block max-w-[11rem] truncate sm:max-w-[14rem] font-medium">{line.title}</span>
                  <span className="text-ui-fg-muted block max-w-[11rem] truncate sm:max-w-[14rem] text-xs">
                    {[line.variantTitle, line.sku].filter(Boolean).join(" · ")}
                  </span>
                </span>
              </span>
            ),
          },
          { key: "quantity", header: t("common.quantity"), end: true, cell: (line) => line.quantity },
          ...(order.lines.some((line) => line.gone > 0)
            ? [
                {
                  key: "gone",
                  header: t("care.gone"),
                  end: true,
                  cell: (line: SellerOrder["lines"][number]) => line.gone || "–",
                },
              ]
            : []),
          { key: "shipped", header: t("seller.shipped"), end: true, cell: (line) => line.shipped },
          { key: "returned", header: t("seller.returned"), end: true, wide: true, cell: (line) => line.returned },
          { key: "unit", header: t("seller.unitPrice"), end: true, cell: (line) => format.money(line.unitPrice) },
          { key: "total", header: t("common.total"), end: true, cell: (line) => format.money(line.total) },
        ]}
      />
    </Panel>
  )
}
