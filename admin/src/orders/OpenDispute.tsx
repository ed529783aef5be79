import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useRoomMutation } from "../api/hooks"
import { Choice, Field, TextareaField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { newKey } from "../ui/newKey"
import { SidePanel } from "../ui/SidePanel"
import { OpenMutation } from "./disputes"
import type { FileDraft } from "./files"
import { FilePicker } from "./FilePicker"

const REASONS = ["RETURN_CONTESTED", "OTHER"] as const
const SHORTEST = 10

/** A seller contests what came back. */
export function OpenDispute({ order, close }: { order: { id: string }; close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [key] = useState(newKey)
  const [reason, setReason] = useState<(typeof REASONS)[number]>("RETURN_CONTESTED")
  const [text, setText] = useState("")
  const [files, setFiles] = useState<FileDraft[]>([])
  const [tried, setTried] = useState(false)
  const open = useRoomMutation(OpenMutation, {
    said: t("disputes.openDone"),
    quiet: true,
    done: ({ openDisputeAsSeller }) => void navigate(`/seller/disputes/${openDisputeAsSeller.id}`),
  })
  const short = text.trim().length < SHORTEST
  return (
    <SidePanel title={t("disputes.open")} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <FormError error={open.error} />
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (short) return
            const sent = files.map(({ name, data }) => ({ name, data }))
            open.mutate({ id: order.id, dispute: { key, reason, lineIds: [], claimed: 0, text, files: sent } })
          }}
        >
          <Field label={t("care.reason")}>
            <Choice
              choices={REASONS.map((value) => ({ value, label: t(`disputeReasons.${value}`) }))}
              value={reason}
              onChange={(event) => setReason(event.target.value as (typeof REASONS)[number])}
            />
          </Field>
          <TextareaField
            label={t("disputes.openText")}
            rows={5}
            maxLength={4000}
            value={text}
            error={tried && short ? t("disputes.short") : undefined}
            onChange={(event) => setText(event.target.value)}
          />
          <FilePicker files={files} set={setFiles} />
          <Button type="submit" isLoading={open.isPending}>
            {t("disputes.open")}
          </Button>
        </form>
      </Drawer.Body>
    </SidePanel>
  )
}
