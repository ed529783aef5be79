import { Button, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { SidePanel } from "../../../ui/SidePanel"
import { useConfirm } from "../../../ui/useConfirm"
import {
  ChangeEndpointMutation,
  type Endpoint,
  RemoveEndpointMutation,
  RotateSecretMutation,
  TryEndpointMutation,
} from "./developer"
import { ShownOnce } from "./ShownOnce"
import { useDeveloperWords } from "./useWords"

export function EndpointItem({ endpoint, edit }: { endpoint: Endpoint; edit: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDeveloperWords()
  const confirm = useConfirm()
  const [secret, setSecret] = useState<string>()
  const { id, url, state, events, failures, disabledReason, bothSignUntil } = endpoint
  const active = state === "ACTIVE"
  const change = useRoomMutation(ChangeEndpointMutation, { said: t("developer.saved") })
  const trial = useRoomMutation(TryEndpointMutation, { said: t("developer.tried") })
  const remove = useRoomMutation(RemoveEndpointMutation, { said: t("developer.removed") })
  const rotate = useRoomMutation(RotateSecretMutation, { done: (data) => setSecret(data.rotateWebhookSecret.secret) })
  const askRotate = async () => {
    const question = { title: t("developer.rotateTitle"), description: t("developer.rotateText") }
    if (await confirm({ ...question, confirm: t("developer.rotate"), danger: false })) rotate.mutate({ id })
  }
  const askRemove = async () => {
    const question = { title: t("developer.removeTitle"), description: t("developer.removeText") }
    if (await confirm({ ...question, confirm: t("developer.remove") })) remove.mutate({ id })
  }
  return (
    <li className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-3">
        <span className="min-w-0 break-all text-sm font-medium">{url}</span>
        <StatusBadge color={active ? "green" : "red"}>
          {t(active ? "developer.active" : "developer.disabled")}
        </StatusBadge>
      </div>
      <p className="text-ui-fg-subtle text-sm">{events.map(words.event).join(" · ")}</p>
      {(failures > 0 || disabledReason) && (
        <p className="text-sm text-[color:var(--g-danger)]">
          {failures > 0 && t("developer.failures", { count: failures })}{" "}
          {disabledReason && t("developer.lastAnswer", { reason: disabledReason })}
        </p>
      )}
      {bothSignUntil && (
        <p className="text-ui-fg-muted text-sm">{t("developer.bothSign", { date: format.dateTime(bothSignUntil) })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="secondary" onClick={edit}>
          {t("developer.edit")}
        </Button>
        {active && (
          <Button size="small" variant="secondary" isLoading={trial.isPending} onClick={() => trial.mutate({ id })}>
            {t("developer.try")}
          </Button>
        )}
        <Button
          size="small"
          variant="secondary"
          isLoading={change.isPending}
          onClick={() => change.mutate({ id, active: !active })}
        >
          {t(active ? "developer.off" : "developer.on")}
        </Button>
        <Button size="small" variant="secondary" isLoading={rotate.isPending} onClick={() => void askRotate()}>
          {t("developer.rotate")}
        </Button>
        <Button size="small" variant="transparent" isLoading={remove.isPending} onClick={() => void askRemove()}>
          {t("developer.remove")}
        </Button>
      </div>
      {secret && (
        <SidePanel title={t("developer.secretMade")} close={() => setSecret(undefined)}>
          <ShownOnce label={t("developer.secretMade")} secret={secret} close={() => setSecret(undefined)} />
        </SidePanel>
      )}
    </li>
  )
}
