import { ArrowDownTray } from "@medusajs/icons"
import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { messageOf } from "../api/errors"
import { fetchFile } from "../api/files"
import { useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { Answer } from "../ui/Feedback"
import { notify } from "../ui/notify"
import { SidePanel } from "../ui/SidePanel"
import { Terms } from "../ui/Terms"
import { SaleDocumentQuery, SellerSaleDocumentQuery, type WholeSaleDocument } from "./queries"

/** An invoice or credit note to a shopper with its files. */
export function SaleDocumentDrawer({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const operator = useRoom() === "OPERATOR"
  const query = useRoomQuery(operator ? SaleDocumentQuery : SellerSaleDocumentQuery, { id, locale: language })
  const document = query.data?.document
  return (
    <SidePanel
      title={document ? `${t(`saleDocumentKinds.${document.kind}`)} ${document.number}` : t("saleDocuments.title")}
      close={close}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <Answer query={query}>
          {({ document }) => (
            <>
              <Files document={document} />
              <Facts document={document} />
              <Figures document={document} />
              <Text size="xsmall" className="text-ui-fg-muted break-all">
                {t("documents.seal")} {document.hash}
              </Text>
            </>
          )}
        </Answer>
      </Drawer.Body>
    </SidePanel>
  )
}

function Files({ document }: { document: WholeSaleDocument }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const room = useRoom()
  const [busy, setBusy] = useState<string>()
  const fetch = async (format: string): Promise<void> => {
    setBusy(format)
    const path = `/portal/sale-documents/${document.id}?format=${format}&locale=${language}`
    await fetchFile(room, path, `${document.number}.${format}`).catch((error: unknown) =>
      notify.failed(t("errors.title"), messageOf(error, t)),
    )
    setBusy(undefined)
  }
  return (
    <div className="flex flex-wrap gap-2">
      {["pdf", "xml"].map((format, index) => (
        <Button
          key={format}
          size="small"
          variant={index === 0 ? "primary" : "secondary"}
          isLoading={busy === format}
          aria-label={t("documents.download", { format: format.toUpperCase(), number: document.number })}
          onClick={() => void fetch(format)}
        >
          <ArrowDownTray aria-hidden /> {format.toUpperCase()}
        </Button>
      ))}
    </div>
  )
}

function Facts({ document }: { document: WholeSaleDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  const operator = useRoom() === "OPERATOR"
  const order = operator ? `/operator/orders/${document.orderId}` : `/seller/orders/${document.sellerOrderId}`
  return (
    <Terms
      rows={[
        [t("documents.issued"), format.date(document.issueDay)],
        [
          t("saleDocuments.order"),
          <Link key="order" className="text-ui-fg-interactive" to={order}>
            {document.orderNumber}
          </Link>,
        ],
        [t("saleDocuments.customer"), document.customerName],
        [t("saleDocuments.trader"), document.traderName],
        [t("saleDocuments.issuer"), document.issuerName],
        ...(document.corrects ? [[t("documents.corrects"), document.corrects] as const] : []),
      ]}
    />
  )
}

function Figures({ document }: { document: WholeSaleDocument }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Terms
      rows={[
        ...document.lines.map(
          (line) => [line.count > 0 ? `${line.count} × ${line.label}` : line.label, format.money(line.gross)] as const,
        ),
        [t("documents.net"), format.money(document.net)],
        ...document.vatBreakdown.map(
          (each) =>
            [
              each.category === "S"
                ? t("documents.vat", { rate: format.bps(each.rateBps) })
                : t(`saleDocuments.vat${each.category}`),
              format.money(each.vat),
            ] as const,
        ),
        [
          t("documents.gross"),
          <strong key="gross" className="font-semibold">
            {format.money(document.gross)}
          </strong>,
        ],
      ]}
    />
  )
}
