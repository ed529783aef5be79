import { Alert, Button, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { useListParams } from "../../../ui/useListParams"
import { MailDrawer } from "./MailDrawer"
import { areaOf } from "./areaOf"
import { MAIL_COLORS, MAIL_STATES, type MailItem, MailsQuery, type MailState } from "./mails"

const EVERY_MS = 10_000

/** The outbox: what was written to whom, and whether it went. */
export function MailsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<MailItem>()
  const state = MAIL_STATES.find((each) => each === params.state) ?? null
  const query = useRoomQuery(
    MailsQuery,
    { page: params.page, search: params.search || null, state: state as MailState | null },
    { refetchInterval: EVERY_MS },
  )
  const { sends = true, dead = 0 } = query.data?.mails ?? {}
  return (
    <Page title={t("nav.mails")} lead={t("mails.lead")}>
      {!sends && <Alert variant="info">{t("mails.sink")}</Alert>}
      {dead > 0 && (
        <Alert variant="warning">
          <span className="flex flex-wrap items-center gap-3">
            {t("mails.dead", { count: dead })}
            <Button size="small" variant="secondary" onClick={() => params.set({ state: "DEAD" })}>
              {t("mails.showDead")}
            </Button>
          </span>
        </Alert>
      )}
      <List
        label={t("nav.mails")}
        query={query}
        pick={(data) => data.mails}
        rowKey={(row) => row.id}
        params={params}
        search={t("mails.search")}
        filter={{
          label: t("common.state"),
          options: MAIL_STATES.map((value) => ({ value, label: t(`mailStates.${value}`) })),
        }}
        onOpen={setOpen}
        empty={{ title: t("mails.empty") }}
        columns={[
          {
            key: "subject",
            header: t("mails.subject"),
            cell: (row) => (
              <button
                type="button"
                className="text-ui-fg-interactive block max-w-[14rem] truncate font-medium sm:max-w-[26rem]"
                onClick={() => setOpen(row)}
              >
                {row.subject}
              </button>
            ),
          },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => <StatusBadge color={MAIL_COLORS[row.state]}>{t(`mailStates.${row.state}`)}</StatusBadge>,
          },
          {
            key: "to",
            header: t("mails.to"),
            cell: (row) => <span className="block max-w-[16rem] truncate">{row.email}</span>,
          },
          { key: "kind", header: t("mails.kind"), wide: true, cell: (row) => areaOf(t, row.kind) },
          { key: "attempts", header: t("mails.attempts"), end: true, wide: true, cell: (row) => row.attempts },
          { key: "at", header: t("mails.at"), cell: (row) => format.dateTime(row.createdAt) },
        ]}
      />
      {open && <MailDrawer id={open.id} title={open.subject} close={() => setOpen(undefined)} />}
    </Page>
  )
}
