import { Button, Checkbox, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { Answer } from "../../../ui/Feedback"
import { TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"

const SettingsQuery = graphql(`
  query BillingSettings {
    billingSettings {
      legalNote
      automatic
    }
  }
`)

const SaveMutation = graphql(`
  mutation SaveBillingSettings($legalNote: String, $automatic: Boolean!) {
    saveBillingSettings(legalNote: $legalNote, automatic: $automatic) {
      legalNote
      automatic
    }
  }
`)

export function BillingSettingsPanel() {
  const { t } = useTranslation()
  const query = useRoomQuery(SettingsQuery, {})
  return (
    <Panel title={t("billing.settings")}>
      <Answer query={query}>{({ billingSettings }) => <SettingsForm before={billingSettings} />}</Answer>
    </Panel>
  )
}

function SettingsForm({ before }: { before: { legalNote: string | null; automatic: boolean } }) {
  const { t } = useTranslation()
  const id = useId()
  const [legalNote, setLegalNote] = useState(before.legalNote ?? "")
  const [automatic, setAutomatic] = useState(before.automatic)
  const save = useRoomMutation(SaveMutation, { said: t("billing.saved"), quiet: true })
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ legalNote: legalNote.trim() || null, automatic })
      }}
    >
      <FormError error={save.error} />
      <TextareaField
        label={t("billing.legalNote")}
        hint={t("billing.legalNoteHint")}
        value={legalNote}
        maxLength={300}
        onChange={(event) => setLegalNote(event.target.value)}
      />
      <div className="flex items-center gap-2">
        <Checkbox id={id} checked={automatic} onCheckedChange={(checked) => setAutomatic(checked === true)} />
        <Label htmlFor={id} size="small">
          {t("billing.automatic")}
        </Label>
      </div>
      <Button type="submit" variant="secondary" className="w-fit" isLoading={save.isPending}>
        {t("common.save")}
      </Button>
    </form>
  )
}
