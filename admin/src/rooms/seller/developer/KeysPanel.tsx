import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { useConfirm } from "../../../ui/useConfirm"
import { type ApiKey, KeysQuery, RevokeKeyMutation } from "./developer"
import { KeyDrawer } from "./KeyDrawer"
import { useDeveloperWords } from "./useWords"

export function KeysPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDeveloperWords()
  const [making, setMaking] = useState(false)
  const query = useRoomQuery(KeysQuery, {})
  return (
    <Panel
      title={t("developer.keys")}
      flush
      actions={
        <Button size="small" variant="secondary" onClick={() => setMaking(true)}>
          {t("developer.newKey")}
        </Button>
      }
    >
      <Answer query={query} rows={3}>
        {({ apiKeys: { items } }) =>
          items.length === 0 ? (
            <EmptyNote title={t("developer.noKeys")} hint={t("developer.noKeysHint")} />
          ) : (
            <DataTable
              label={t("developer.keys")}
              rows={items}
              rowKey={(key) => key.id}
              columns={[
                {
                  key: "name",
                  header: t("developer.name"),
                  cell: (key) => (
                    <span className="flex flex-col py-1">
                      <span className="font-medium">{key.name}</span>
                      <code className="text-ui-fg-muted text-xs">{key.prefix}…</code>
                    </span>
                  ),
                },
                { key: "state", header: t("common.state"), cell: (key) => <KeyState apiKey={key} /> },
                {
                  key: "scopes",
                  header: t("developer.scopes"),
                  wide: true,
                  cell: (key) => (
                    <span className="block max-w-[24rem] whitespace-normal text-xs leading-5">
                      {key.scopes.map(words.scope).join(" · ")}
                    </span>
                  ),
                },
                {
                  key: "used",
                  header: t("developer.lastUsed"),
                  cell: (key) => (key.lastUsedAt ? format.dateTime(key.lastUsedAt) : t("developer.never")),
                },
                {
                  key: "ends",
                  header: t("developer.ends"),
                  wide: true,
                  cell: (key) => (key.expiresAt ? format.date(key.expiresAt) : t("developer.endsNever")),
                },
                {
                  key: "actions",
                  header: t("common.actions"),
                  end: true,
                  fixed: true,
                  cell: (key) => <Revoke apiKey={key} />,
                },
              ]}
            />
          )
        }
      </Answer>
      {making && <KeyDrawer close={() => setMaking(false)} />}
    </Panel>
  )
}

function KeyState({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation()
  const word = apiKey.valid ? "valid" : apiKey.revokedAt ? "revoked" : "expired"
  return (
    <Badge size="2xsmall" color={apiKey.valid ? "green" : "grey"}>
      {t(`developer.${word}`)}
    </Badge>
  )
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const revoke = useRoomMutation(RevokeKeyMutation, { said: t("developer.revokedDone") })
  const ask = async () => {
    const sure = await confirm({
      title: t("developer.revokeTitle", { name: apiKey.name }),
      description: t("developer.revokeText"),
      confirm: t("developer.revoke"),
    })
    if (sure) revoke.mutate({ id: apiKey.id })
  }
  if (!apiKey.valid) return null
  return (
    <Button size="small" variant="secondary" isLoading={revoke.isPending} onClick={() => void ask()}>
      {t("developer.revoke")}
    </Button>
  )
}
