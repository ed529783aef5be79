import { Alert, Button, StatusBadge, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { graphql } from "../api/graphql"
import { useRoomMutation, useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { session } from "../api/session"
import { useFormat } from "../i18n/format"
import { DataTable } from "../ui/DataTable"
import { downloadText } from "../ui/downloadText"
import { Answer, EmptyNote } from "../ui/Feedback"
import { TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { Page } from "../ui/Page"
import { Panel } from "../ui/Panel"
import { useConfirm } from "../ui/useConfirm"

const RequestsQuery = graphql(`
  query MyPrivacyRequests {
    myPrivacyRequests {
      id
      kind
      state
      waitsFor
      requestedAt
      dueAt
    }
  }
`)
const ExportMutation = graphql(`
  mutation ExportMyData {
    exportMyData
  }
`)
const EraseMutation = graphql(`
  mutation EraseMyAccount($password: String!) {
    eraseMyAccount(password: $password) {
      id
      state
      waitsFor
      dueAt
    }
  }
`)

const WAITS = ["ORDER", "RETURN", "DISPUTE", "WALLET"] as const
const COLORS = { OPEN: "orange", DONE: "green", REFUSED: "red" } as const

/** What the house keeps of the person who is signed in: a copy, an erasure, and what was asked before. In every room. */
export function MyDataPage() {
  const { t } = useTranslation()
  return (
    <Page title={t("myData.title")} lead={t("myData.lead")}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Copy />
        <Erasure />
      </div>
      <Requests />
    </Page>
  )
}

function Copy() {
  const { t } = useTranslation()
  const give = useRoomMutation(ExportMutation, {
    quiet: true,
    done: (data) => downloadText("gondola-data.json", data.exportMyData, "application/json"),
  })
  return (
    <Panel title={t("myData.copyTitle")}>
      <div className="flex flex-col items-start gap-3">
        <FormError error={give.error} />
        <Text size="small">{t("myData.copyText")}</Text>
        <Button variant="secondary" isLoading={give.isPending} onClick={() => give.mutate({})}>
          {t("myData.download")}
        </Button>
      </div>
    </Panel>
  )
}

function Erasure() {
  const { t } = useTranslation()
  const format = useFormat()
  const room = useRoom()
  const navigate = useNavigate()
  const confirm = useConfirm()
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { password: "" } })
  const erase = useRoomMutation(EraseMutation, {
    quiet: true,
    done: ({ eraseMyAccount }) => {
      reset()
      if (eraseMyAccount.state !== "DONE") return
      void navigate("/sign-in", { replace: true })
      setTimeout(() => session.drop(room))
    },
  })
  const ask = async ({ password }: { password: string }) => {
    const sure = await confirm({
      title: t("myData.sure"),
      description: t("myData.sureText"),
      confirm: t("myData.erase"),
    })
    if (sure) erase.mutate({ password })
  }
  const waiting = erase.data?.eraseMyAccount.state === "OPEN" ? erase.data.eraseMyAccount : undefined
  const what = WAITS.find((each) => each === waiting?.waitsFor)
  return (
    <Panel title={t("myData.eraseTitle")}>
      <form noValidate className="flex flex-col items-start gap-3" onSubmit={(event) => void handleSubmit(ask)(event)}>
        <FormError error={erase.error} />
        {waiting && (
          <Alert variant="warning" role="status">
            {t("myData.waiting", { what: what ? t(`myData.${what}`) : "…", date: format.date(waiting.dueAt) })}
          </Alert>
        )}
        <Text size="small">{t("myData.eraseText")}</Text>
        <div className="w-full max-w-xs">
          <TextField
            type="password"
            autoComplete="current-password"
            label={t("myData.password")}
            error={formState.errors.password && t("forms.required")}
            {...register("password", { required: true })}
          />
        </div>
        <Button type="submit" variant="danger" isLoading={erase.isPending}>
          {t("myData.erase")}
        </Button>
      </form>
    </Panel>
  )
}

function Requests() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(RequestsQuery, {})
  return (
    <Panel title={t("myData.requests")} flush>
      <Answer query={query}>
        {({ myPrivacyRequests: rows }) =>
          rows.length === 0 ? (
            <EmptyNote title={t("myData.none")} />
          ) : (
            <DataTable
              label={t("myData.requests")}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                { key: "kind", header: t("privacy.kind"), cell: (row) => t(`privacyKinds.${row.kind}`) },
                { key: "at", header: t("common.date"), cell: (row) => format.dateTime(row.requestedAt) },
                {
                  key: "state",
                  header: t("common.state"),
                  cell: (row) => <StatusBadge color={COLORS[row.state]}>{t(`privacyStates.${row.state}`)}</StatusBadge>,
                },
                {
                  key: "due",
                  header: t("privacy.due"),
                  cell: (row) => (row.state === "OPEN" ? format.date(row.dueAt) : "–"),
                },
              ]}
            />
          )
        }
      </Answer>
    </Panel>
  )
}
