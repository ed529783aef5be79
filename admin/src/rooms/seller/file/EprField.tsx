import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { VariablesOf } from "../../../api/graphql"
import { useRoomMutation } from "../../../api/hooks"
import { messageOf } from "../../../api/errors"
import { TextField } from "../../../ui/Fields"
import { SaveEprMutation } from "./file"
import { useIdentifier } from "./useIdentifier"

interface EprFieldProps {
  stream: VariablesOf<typeof SaveEprMutation>["stream"]
  label: string
  number: string
  readOnly: boolean
}

export function EprField({ stream, label, number, readOnly }: EprFieldProps) {
  const { t } = useTranslation()
  const [value, setValue] = useState(number)
  const { problem, check } = useIdentifier("EPR")
  const save = useRoomMutation(SaveEprMutation, { said: t("file.saved"), quiet: true })
  return (
    <div className="flex flex-wrap items-start gap-3">
      <div className="min-w-56 flex-1">
        <TextField
          label={t("file.eprNumber")}
          // The line above says which stream; a screen reader hears it here.
          aria-label={`${t("file.eprNumber")} · ${label}`}
          hint={t("file.eprHint")}
          value={value}
          readOnly={readOnly}
          error={save.error ? messageOf(save.error, t) : problem}
          onChange={(event) => setValue(event.target.value)}
          onBlur={() => check(value, "fr")}
        />
      </div>
      {!readOnly && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="mt-6"
          isLoading={save.isPending}
          disabled={value === number}
          onClick={() => save.mutate({ stream, number: value })}
        >
          {t("file.save")}
        </Button>
      )}
    </div>
  )
}
