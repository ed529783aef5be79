import { ArrowDownTray } from "@medusajs/icons"
import { Button, Drawer, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../api/errors"
import { fetchFile } from "../api/files"
import { useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { useKind } from "../rooms/seller/statement"
import { Answer } from "../ui/Feedback"
import { notify } from "../ui/notify"
import { Paging } from "../ui/Paging"
import { SidePanel } from "../ui/SidePanel"
import { Terms } from "../ui/Terms"
import { CreditForm } from "./CreditForm"
import { DocumentFigures } from "./DocumentFigures"
import { DocumentQuery, SellerDocumentQuery, type WholeDocument } from "./queries"

interface DrawerProps {
  id: string
  close: () => void
  show: (id: string) => void
}

/** A document with what it is made of, and its files. */
export function DocumentDrawer({ id, close, show }: DrawerProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const operator = useRoom() === "OPERATOR"
  const [page, setPage] = useState(1)
  const query = useRoomQuery(operator ? DocumentQuery : SellerDocumentQuery, { id, page, locale: language })
  const document = query.data?.document
  return (
    <SidePanel
      title={document ? `${t(`documentKinds.${document.kind}`)} ${document.number}` : t("documents.title")}
      close={close}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <Answer query={query}>
          {({ document }) => (
            <>
              <Files document={document} />
              <Facts document={document} show={show} />
              <DocumentFigures document={document} />
              {operator && document.lines.length > 0 && !document.corrects && (
                <CreditForm document={document} show={show} />
              )}
              <Entries document={document} page={page} go={setPage} />
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

function Files({ document }: { document: WholeDocument }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const room = useRoom()
  const [busy, setBusy] = useState<string>()
  const formats = document.kind === "STATEMENT" ? ["pdf", "csv"] : ["pdf", "xml", "csv"]
  const fetch = async (format: string): Promise<void> => {
    setBusy(format)
    const path = `/portal/documents/${document.id}?format=${format}&locale=${language}`
    await fetchFile(room, path, `${document.number}.${format}`).catch((error: unknown) =>
      notify.failed(t("errors.title"), messageOf(error, t)),
    )
    setBusy(undefined)
  }
  return (
    <div className="flex flex-wrap gap-2">
      {formats.map((format, index) => (
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

function Facts({ document, show }: { document: WholeDocument; show: (id: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const link = (other: { id: string; number: string }) => (
    <button key={other.id} type="button" className="text-ui-fg-interactive" onClick={() => show(other.id)}>
      {other.number}
    </button>
  )
  return (
    <Terms
      rows={[
        [t("documents.seller"), document.sellerName],
        [t("documents.issued"), format.date(document.issueDay)],
        [t("documents.period"), `${format.date(document.periodFrom)} – ${format.date(document.periodTo)}`],
        ...(document.corrects ? [[t("documents.corrects"), link(document.corrects)] as const] : []),
        ...(document.reason ? [[t("documents.reason"), document.reason] as const] : []),
        ...(document.creditNotes.length > 0
          ? [
              [
                t("documents.creditNotes"),
                <span key="notes" className="flex flex-wrap justify-end gap-2">
                  {document.creditNotes.map(link)}
                </span>,
              ] as const,
            ]
          : []),
      ]}
    />
  )
}

function Entries({ document, page, go }: { document: WholeDocument; page: number; go: (page: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useKind()
  return (
    <section className="flex flex-col gap-2">
      <Heading level="h2" className="text-base font-semibold">
        {t("documents.entries")}
      </Heading>
      <ul className="divide-y text-sm">
        {document.rows.map((row, index) => (
          <li key={index} className="flex items-baseline justify-between gap-3 py-1.5">
            <span className="min-w-0">
              <span className="block break-words">{row.description}</span>
              <span className="text-ui-fg-muted text-xs">
                {format.date(row.day)} · {kind(row.kind)}
                {row.orderNumber ? ` · #${row.orderNumber}` : ""}
              </span>
            </span>
            <span className="tabular whitespace-nowrap">{format.money(row.amount)}</span>
          </li>
        ))}
      </ul>
      <Paging page={page} pageSize={10} total={document.entryCount} go={go} />
    </section>
  )
}
