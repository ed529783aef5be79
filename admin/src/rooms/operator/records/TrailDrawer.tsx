import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { useActFacts } from "./actFacts"
import { ActSentence, useWho } from "./ActSentence"
import { Seal } from "./Seal"
import type { TrailEntry } from "./trail"

interface TrailDrawerProps {
  entry: TrailEntry
  close: () => void
  /** Shows everything that its order went through. */
  showOrder: (number: string) => void
}

export function TrailDrawer({ entry, close, showOrder }: TrailDrawerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = useActFacts()(entry)
  const who = useWho()(entry)
  const { orderNumber } = entry
  const part = entry.actorType
    ? t(`actorTypes.${entry.actorType}` as "actorTypes.OPERATOR", { defaultValue: entry.actorType })
    : null
  return (
    <SidePanel title={t("trail.act")} close={close}>
      <Drawer.Body className="flex flex-col gap-5 overflow-y-auto p-4">
        <p className="text-base font-medium">
          <ActSentence entry={entry} />
        </p>
        <Terms
          rows={[
            [t("trail.at"), format.dateTime(entry.at)],
            [t("trail.who"), part && part !== who ? `${who} · ${part}` : who],
            ...(entry.actorType === "SYSTEM" && entry.actorId
              ? [[t("trailWords.job"), <code key="job">{entry.actorId}</code>] as const]
              : []),
            ...(entry.sellerName ? [[t("trail.seller"), entry.sellerName] as const] : []),
            ...(orderNumber ? [[t("trail.order"), `#${orderNumber}`] as const] : []),
            ...facts,
            [
              t("trail.source"),
              t(`trailSources.${entry.source}` as "trailSources.act", { defaultValue: entry.source }),
            ],
            ...(entry.source === "act" ? [[t("trail.seal"), <Seal key="seal" entry={entry} />] as const] : []),
          ]}
        />
        {orderNumber && (
          <div>
            <Button size="small" variant="secondary" onClick={() => showOrder(String(orderNumber))}>
              {t("trailWords.wholeOrder")}
            </Button>
          </div>
        )}
        <details>
          <summary className="text-ui-fg-interactive w-fit cursor-pointer text-sm">{t("trailWords.raw")}</summary>
          <pre
            tabIndex={0}
            className="bg-ui-bg-subtle mt-2 overflow-auto whitespace-pre-wrap break-words rounded-md border p-3 text-xs"
          >
            {JSON.stringify(
              {
                action: entry.action,
                actor: entry.actorId,
                subject: `${entry.subjectType} ${entry.subjectId}`,
                order: entry.orderId,
                ...(JSON.parse(entry.details) as object),
              },
              null,
              2,
            )}
          </pre>
        </details>
      </Drawer.Body>
    </SidePanel>
  )
}
