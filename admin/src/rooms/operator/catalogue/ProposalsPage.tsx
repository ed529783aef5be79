import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { Picture } from "../../../ui/Picture"
import { StateBadge, useStateOptions } from "../../../ui/StateBadge"
import { useListParams } from "../../../ui/useListParams"
import { ProposalDrawer } from "./ProposalDrawer"
import type { Proposal } from "./queries"
import { ProposalsQuery } from "./queries"

export function ProposalsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<Proposal>()
  const options = useStateOptions(["OPEN", "ACCEPTED", "LINKED", "REJECTED"])
  const query = useRoomQuery(ProposalsQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as Proposal["state"] | null,
  })
  return (
    <Page title={t("nav.proposals")} lead={t("proposals.lead")}>
      <List
        label={t("nav.proposals")}
        query={query}
        pick={(data) => data.proposals}
        rowKey={(row) => row.id}
        params={params}
        search={t("proposals.search")}
        filter={{ label: t("common.state"), options }}
        onOpen={setOpen}
        empty={{ title: t("proposals.none"), hint: t("proposals.hint") }}
        columns={[
          {
            key: "article",
            header: t("common.product"),
            cell: (row) => (
              <button type="button" className="flex items-center gap-3 py-1 text-left" onClick={() => setOpen(row)}>
                <Picture src={row.images[0] ?? null} />
                <span className="min-w-0">
                  <span className="block max-w-[11rem] truncate font-medium sm:max-w-[18rem]">{row.title}</span>
                  <span className="text-ui-fg-muted text-xs">{row.gtin ?? t("proposals.noGtin")}</span>
                </span>
              </button>
            ),
          },
          { key: "seller", header: t("proposals.seller"), cell: (row) => row.sellerName },
          { key: "brand", header: t("proposals.brand"), wide: true, cell: (row) => row.brand ?? "–" },
          {
            key: "candidates",
            header: t("proposals.candidates"),
            end: true,
            wide: true,
            cell: (row) => format.number(row.candidates.length),
          },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => (
              <span className="flex items-center gap-2">
                <StateBadge state={row.state} />
                {row.decidedBy === "rule" && <span className="text-ui-fg-muted text-xs">{t("proposals.byRule")}</span>}
              </span>
            ),
          },
          { key: "at", header: t("proposals.at"), wide: true, cell: (row) => format.dateTime(row.proposedAt) },
        ]}
      />
      {open && <ProposalDrawer proposal={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}
