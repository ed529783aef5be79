import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { ChangeEndpointMutation, CreateEndpointMutation, type Endpoint } from "./developer"
import { ShownOnce } from "./ShownOnce"
import { Ticks } from "./Ticks"
import { useDeveloperWords } from "./useWords"

interface EndpointDrawerProps {
  endpoint?: Endpoint
  eventTypes: readonly string[]
  close: () => void
}

export function EndpointDrawer({ endpoint, eventTypes, close }: EndpointDrawerProps) {
  const { t } = useTranslation()
  const words = useDeveloperWords()
  const [events, setEvents] = useState<string[]>([...(endpoint?.events ?? eventTypes)])
  const { register, handleSubmit, formState } = useForm({ defaultValues: { url: endpoint?.url ?? "" } })
  const create = useRoomMutation(CreateEndpointMutation, { quiet: true })
  const change = useRoomMutation(ChangeEndpointMutation, { quiet: true, said: t("developer.saved"), done: close })
  const submit = ({ url }: { url: string }) => {
    if (events.length === 0) return
    if (endpoint) change.mutate({ id: endpoint.id, url: url.trim(), events })
    else create.mutate({ url: url.trim(), events })
  }
  return (
    <SidePanel title={t(endpoint ? "developer.editEndpoint" : "developer.newEndpoint")} close={close}>
      {create.data ? (
        <ShownOnce label={t("developer.secretMade")} secret={create.data.createWebhookEndpoint.secret} close={close} />
      ) : (
        <form
          noValidate
          className="flex min-h-0 flex-1 flex-col"
          onSubmit={(event) => void handleSubmit(submit)(event)}
        >
          <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
            <FormError error={create.error ?? change.error} />
            <TextField
              type="url"
              label={t("developer.url")}
              hint={t("developer.urlHint")}
              error={formState.errors.url && t("forms.required")}
              {...register("url", { required: true })}
            />
            <Ticks
              label={t("developer.events")}
              choices={eventTypes.map((value) => ({ value, label: words.event(value) }))}
              ticked={events}
              change={setEvents}
              error={events.length === 0 ? t("developer.eventsError") : undefined}
            />
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" isLoading={create.isPending || change.isPending}>
              {t("common.save")}
            </Button>
          </Drawer.Footer>
        </form>
      )}
    </SidePanel>
  )
}
