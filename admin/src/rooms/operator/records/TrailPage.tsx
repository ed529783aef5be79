import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { useListParams } from "../../../ui/useListParams"
import { ChainCheck } from "./ChainCheck"
import { Seal } from "./Seal"
import { dayEnd, dayStart, type TrailEntry, TrailQuery } from "./trail"
import { ActGist } from "./ActGist"
import { ActSentence } from "./ActSentence"
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
          {
            key: "what",
            header: t("trail.what"),
            plain: true,
            cell: (row) => (
              <span className="block min-w-[14rem] whitespace-normal py-1" data-act={row.action}>
                <ActSentence entry={row} />
                <ActGist entry={row} />
              </span>
            ),
          },
          { key: "seal", header: t("trail.seal"), cell: (row) => <Seal entry={row} /> },
        ]}
      />
      {open && (
        <TrailDrawer
          entry={open}
          close={() => setOpen(undefined)}
          showOrder={(order) => {
            setOpen(undefined)
            params.set({ order, seller: "", actor: "", action: "", from: "", to: "" })
          }}
        />
      )}
    </Page>
  )
}
