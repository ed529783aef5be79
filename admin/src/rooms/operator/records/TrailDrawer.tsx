import { Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import type { TrailEntry } from "./trail"
import { Seal, Who } from "./TrailPage"

export function TrailDrawer({ entry, close }: { entry: TrailEntry; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <SidePanel title={entry.action} close={close}>
      <Drawer.Body className="flex flex-col gap-4 overflow-y-auto p-4">
        <Terms
          rows={[
            [t("trail.at"), format.dateTime(entry.at)],
            [t("trail.who"), <Who key="who" entry={entry} />],
            [t("trail.about"), `${entry.subjectType} ${entry.subjectId}`],
            ...(entry.sellerName ? [[t("trail.seller"), entry.sellerName] as const] : []),
            ...(entry.orderId ? [[t("trail.order"), entry.orderId] as const] : []),
            [t("trail.source"), <code key="source">{entry.source}</code>],
            [t("trail.seal"), <Seal key="seal" entry={entry} />],
          ]}
        />
        <section>
          <h3 className="mb-2 text-sm font-semibold">{t("trail.details")}</h3>
          <pre
            tabIndex={0}
            className="bg-ui-bg-subtle overflow-auto whitespace-pre-wrap break-words rounded-md border p-3 text-xs"
          >
            {JSON.stringify(JSON.parse(entry.details), null, 2)}
          </pre>
        </section>
      </Drawer.Body>
    </SidePanel>
  )
}
