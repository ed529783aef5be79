import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { type Endpoint, EndpointsQuery } from "./developer"
import { EndpointDrawer } from "./EndpointDrawer"
import { EndpointItem } from "./EndpointItem"

export function EndpointsPanel() {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Endpoint | "new">()
  const query = useRoomQuery(EndpointsQuery, {})
  return (
    <Panel
      title={t("developer.endpoints")}
      actions={
        <Button size="small" variant="secondary" onClick={() => setOpen("new")}>
          {t("developer.newEndpoint")}
        </Button>
      }
    >
      <Answer query={query} rows={3}>
        {({ webhookEndpoints, webhookEventTypes }) => (
          <>
            {webhookEndpoints.length === 0 ? (
              <EmptyNote title={t("developer.noEndpoints")} hint={t("developer.noEndpointsHint")} />
            ) : (
              <ul className="flex flex-col divide-y">
                {webhookEndpoints.map((endpoint) => (
                  <EndpointItem key={endpoint.id} endpoint={endpoint} edit={() => setOpen(endpoint)} />
                ))}
              </ul>
            )}
            {open && (
              <EndpointDrawer
                endpoint={open === "new" ? undefined : open}
                eventTypes={webhookEventTypes}
                close={() => setOpen(undefined)}
              />
            )}
          </>
        )}
      </Answer>
    </Panel>
  )
}
