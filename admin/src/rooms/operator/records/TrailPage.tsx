import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { useListParams } from "../../../ui/useListParams"
import { ChainCheck } from "./ChainCheck"
import { dayEnd, dayStart, type TrailEntry, TrailQuery } from "./trail"
import { TrailDrawer } from "./TrailDrawer"
import { TrailFilters } from "./TrailFilters"

/** The whole story of an order, a seller or a person. */
export function TrailPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<TrailEntry>()
  const [checking, setChecking] = useState(false)
  const query = useRoomQuery(TrailQuery, {
    page: params.page,
    order: params.get("order") || null,
    seller: params.get("seller") || null,
    actor: params.get("actor") || null,
    action: params.get("action") || null,
    from: dayStart(params.get("from")),
    to: dayEnd(params.get("to")),
  })
  return (
    <Page
      title={t("nav.trail")}
      lead={t("trail.lead")}
      actions={
        <Button variant="secondary" onClick={() => setChecking(true)}>
          {t("trail.check")}
        </Button>
      }
    >
      {checking && <ChainCheck />}
      <TrailFilters params={params} />
      <List
        label={t("nav.trail")}
        query={query}
        pick={(data) => data.auditTrail}
        rowKey={(row) => row.id}
        params={params}
        onOpen={setOpen}
        empty={{ title: t("trail.empty"), hint: t("trail.emptyHint") }}
        columns={[
          {
            key: "at",
            header: t("trail.at"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row)}>
                {format.dateTime(row.at)}
              </button>
            ),
          },
          { key: "what", header: t("trail.what"), cell: (row) => <code>{row.action}</code> },
          { key: "who", header: t("trail.who"), cell: (row) => <Who entry={row} /> },
          {
            key: "about",
            header: t("trail.about"),
            wide: true,
            cell: (row) => (
              <span className="block max-w-[18rem] truncate">
                {row.sellerName ?? `${row.subjectType} ${row.subjectId}`}
              </span>
            ),
          },
          { key: "seal", header: t("trail.seal"), cell: (row) => <Seal entry={row} /> },
        ]}
      />
      {open && <TrailDrawer entry={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}

export function Who({ entry }: { entry: TrailEntry }) {
  const { t } = useTranslation()
  const kind = entry.actorType
    ? t(`actorTypes.${entry.actorType}` as "actorTypes.OPERATOR", { defaultValue: entry.actorType })
    : null
  const who = entry.actorType === "SYSTEM" ? entry.actorId : entry.actorName
  // A quoted register knows the person but not in which part they acted: no part is made up.
  return (
    <span className="block max-w-[16rem] truncate">
      {kind ?? (who ? null : t("trail.system"))}
      {kind && who && <span className="text-ui-fg-muted"> · </span>}
      {who && <span className="text-ui-fg-muted">{who}</span>}
    </span>
  )
}

export function Seal({ entry }: { entry: TrailEntry }) {
  const { t } = useTranslation()
  if (entry.sealFits === null) return <span className="text-ui-fg-muted text-xs">{t("trail.quoted")}</span>
  return (
    <Badge size="2xsmall" color={entry.sealFits ? "green" : "red"}>
      {t(entry.sealFits ? "trail.fits" : "trail.broken")}
    </Badge>
  )
}
