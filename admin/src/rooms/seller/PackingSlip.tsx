import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { createPortal } from "react-dom"
import { useFormat } from "../../i18n/format"
import type { SellerOrder } from "./orders"
import { waitingOf } from "./orders"

/** On screen a button; on paper the page. Only what waits, and no prices. */
export function PackingSlip({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const waiting = order.lines.filter((line) => waitingOf(line) > 0)
  if (waiting.length === 0) return null
  return (
    <>
      <Button variant="secondary" onClick={() => window.print()}>
        {t("care.slip")}
      </Button>
      {createPortal(
        <section className="print-only" aria-hidden>
          <h1>{t("care.slipFor", { number: order.orderNumber })}</h1>
          <p>{order.shippingAddress}</p>
          <p>
            {order.deliveryName} · {t("common.placed")} {format.date(order.placedAt)} · {t("seller.promised")}{" "}
            {format.date(order.promisedBy)}
          </p>
          <table>
            <thead>
              <tr>
                <th>{t("common.quantity")}</th>
                <th>{t("common.product")}</th>
                <th>SKU</th>
              </tr>
            </thead>
            <tbody>
              {waiting.map((line) => (
                <tr key={line.id}>
                  <td>{waitingOf(line)}</td>
                  <td>{[line.title, line.variantTitle].filter(Boolean).join(" · ")}</td>
                  <td>{line.sku}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{t("care.slipNote")}</p>
        </section>,
        document.body,
      )}
    </>
  )
}
