import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { useKind } from "../../seller/statement"
import { JournalQuery } from "./book"
import { useAccount } from "./useAccount"

/** One journal with all its entries: what stands behind a line of the book. */
export function JournalDrawer({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useKind()
  const account = useAccount()
  const query = useRoomQuery(JournalQuery, { id, locale: format.language })
  return (
    <SidePanel title={t("fees.journal")} close={close}>
      <Drawer.Body className="flex-1 overflow-y-auto p-4" tabIndex={0} role="region" aria-label={t("fees.journal")}>
        <Answer query={query}>
          {({ journal }) =>
            journal && (
              <div className="flex flex-col gap-4">
                <Terms
                  rows={[
                    [t("fees.businessKey"), <span className="break-all">{journal.businessKey}</span>],
                    [t("common.date"), format.dateTime(journal.at)],
                    ...(journal.orderNumber ? [[t("common.order"), `#${journal.orderNumber}`] as const] : []),
                  ]}
                />
                <ul className="divide-y text-sm">
                  {journal.entries.map((entry) => (
                    <li key={entry.id} className="py-2">
                      <span className="flex flex-wrap justify-between gap-x-4">
                        <span className="font-medium">
                          {account(entry.account)}
                          {entry.partyName && ` · ${entry.partyName}`}
                        </span>
                        <span className="tabular">{format.micros(entry.amount)}</span>
                      </span>
                      <span className="text-ui-fg-subtle block break-words">
                        {[kind(entry.kind), entry.taxCode, entry.description].filter(Boolean).join(" · ")}
                      </span>
                    </li>
                  ))}
                </ul>
                <p className="text-ui-fg-subtle text-sm">{t("fees.journalSum")}</p>
              </div>
            )
          }
        </Answer>
      </Drawer.Body>
    </SidePanel>
  )
}
