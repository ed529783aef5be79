import { Badge, Button, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { useConfirm } from "../../../ui/useConfirm"
import { useListParams } from "../../../ui/useListParams"
import { ReasonDialog } from "../ReasonDialog"
import { PersonForm } from "./PersonForm"
import {
  EraseNowMutation,
  PRIVACY_COLORS,
  PRIVACY_STATES,
  type PrivacyRequest,
  PrivacyRequestsQuery,
  RefusePrivacyMutation,
} from "./privacy"

/** Requests about personal data, the most urgent first. */
export function PrivacyPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [refusing, setRefusing] = useState<PrivacyRequest>()
  const state = PRIVACY_STATES.find((each) => each === params.state) ?? null
  const query = useRoomQuery(PrivacyRequestsQuery, { page: params.page, state })
  const refuse = useRoomMutation(RefusePrivacyMutation, {
    said: t("privacy.refused"),
    done: () => setRefusing(undefined),
  })
  return (
    <Page title={t("nav.privacy")} lead={t("privacy.lead")}>
      <PersonForm />
      <List
        label={t("nav.privacy")}
        query={query}
        pick={(data) => data.privacyRequests}
        rowKey={(row) => row.id}
        params={params}
        filter={{
          label: t("common.state"),
          options: PRIVACY_STATES.map((value) => ({ value, label: t(`privacyStates.${value}`) })),
        }}
        empty={{ title: t("privacy.empty") }}
        columns={[
          {
            key: "person",
            header: t("privacy.person"),
            cell: (row) => (
              <span className="block max-w-[16rem] truncate">
                {row.email ?? (row.kind === "ERASURE" && row.state === "DONE" ? t("privacy.gone") : "–")}
              </span>
            ),
          },
          {
            key: "kind",
            header: t("privacy.kind"),
            cell: (row) => (
              <>
                {t(`privacyKinds.${row.kind}`)}
                <span className="text-ui-fg-muted"> · {t(`privacySubjects.${row.subject}`)}</span>
              </>
            ),
          },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => (
              <StatusBadge color={PRIVACY_COLORS[row.state]}>{t(`privacyStates.${row.state}`)}</StatusBadge>
            ),
          },
          { key: "due", header: t("privacy.due"), cell: (row) => <Due request={row} /> },
          {
            key: "settled",
            header: t("privacy.settled"),
            wide: true,
            cell: (row) => (row.settledAt ? format.dateTime(row.settledAt) : "–"),
          },
          {
            key: "actions",
            header: t("common.actions"),
            fixed: true,
            cell: (row) => row.state === "OPEN" && <Decide request={row} refuse={() => setRefusing(row)} />,
          },
        ]}
      />
      {refusing && (
        <ReasonDialog
          title={t("privacy.refuseTitle")}
          text={t("privacy.refuseText")}
          confirm={t("privacy.refuse")}
          pending={refuse.isPending}
          close={() => setRefusing(undefined)}
          submit={(reason) => refuse.mutate({ id: refusing.id, reason })}
        />
      )}
    </Page>
  )
}

function Due({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (request.state !== "OPEN")
    return (
      <span className="text-ui-fg-muted">
        {request.touched ? t("privacy.touched", { count: request.touched }) : "–"}
      </span>
    )
  const late = Date.parse(request.dueAt) < Date.now()
  return (
    <span className="flex flex-col">
      <span className="flex items-center gap-2">
        {format.date(request.dueAt)}
        {late && (
          <Badge size="2xsmall" color="red">
            {t("privacy.late")}
          </Badge>
        )}
      </span>
      {request.waitsFor && (
        <span className="text-ui-fg-muted text-xs">
          {t("privacy.waits")} {t(`privacyWaits.${request.waitsFor}` as "privacyWaits.ORDER")}
        </span>
      )}
    </span>
  )
}

function Decide({ request, refuse }: { request: PrivacyRequest; refuse: () => void }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const erase = useRoomMutation(EraseNowMutation, { said: t("privacy.erased") })
  const ask = async () => {
    const sure = await confirm({
      title: t("privacy.eraseTitle"),
      description: t("privacy.eraseNowText"),
      confirm: t("privacy.eraseNow"),
    })
    if (sure) erase.mutate({ id: request.id })
  }
  return (
    <span className="flex gap-2">
      <Button size="small" variant="secondary" isLoading={erase.isPending} onClick={() => void ask()}>
        {t("privacy.eraseNow")}
      </Button>
      <Button size="small" variant="transparent" onClick={refuse}>
        {t("privacy.refuse")}
      </Button>
    </span>
  )
}
