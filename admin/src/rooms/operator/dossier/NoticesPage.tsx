import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { StateBadge, useStateOptions } from "../../../ui/StateBadge"
import { useListParams } from "../../../ui/useListParams"
import { NoticeDrawer } from "./NoticeDrawer"

const NoticesQuery = graphql(`
  query UnlawfulNotices($page: Int, $search: String, $state: NoticeState) {
    notices(page: $page, search: $search, state: $state) {
      total
      page
      pageSize
      items {
        id
        number
        subject
        subjectLabel
        sellerId
        sellerName
        category
        explanation
        reporterName
        reporterEmail
        state
        decision
        reasons
        receivedAt
        decidedAt
        complaint {
          id
          text
          at
          outcome
          answer
        }
      }
    }
  }
`)

export type UnlawfulNotice = ResultOf<typeof NoticesQuery>["notices"]["items"][number]

/** What people report as unlawful (DSA art. 16), the oldest that waits on top. */
export function NoticesPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<UnlawfulNotice>()
  const options = useStateOptions(["RECEIVED", "DECIDED"])
  const query = useRoomQuery(NoticesQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as UnlawfulNotice["state"] | null,
  })
  return (
    <Page title={t("notices.title")} lead={t("notices.lead")}>
      <List
        label={t("notices.title")}
        query={query}
        pick={(data) => data.notices}
        rowKey={(row) => row.id}
        params={params}
        search={t("notices.search")}
        filter={{ label: t("common.state"), options }}
        onOpen={setOpen}
        empty={{ title: t("notices.empty") }}
        columns={[
          {
            key: "number",
            header: t("notices.number"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row)}>
                {format.number(row.number)}
              </button>
            ),
          },
          {
            key: "subject",
            header: t("notices.subject"),
            cell: (row) => <span className="block max-w-72 truncate">{row.subjectLabel}</span>,
          },
          { key: "category", header: t("notices.category"), cell: (row) => t(`noticeCategories.${row.category}`) },
          { key: "seller", header: t("notices.seller"), wide: true, cell: (row) => row.sellerName ?? "–" },
          { key: "received", header: t("notices.receivedAt"), cell: (row) => format.dateTime(row.receivedAt) },
          { key: "state", header: t("common.state"), cell: (row) => <StateBadge state={row.state} /> },
        ]}
      />
      {open && <NoticeDrawer notice={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}
