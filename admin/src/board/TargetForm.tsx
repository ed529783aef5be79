import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../api/hooks"
import { Panel } from "../ui/Panel"
import { TextField } from "../ui/Fields"
import type { Figure } from "./board"
import { SetTargetMutation } from "./board"

/** "97,5" → 97.5; money is typed in whole currency and kept in cents. */
function parsed(text: string, unit: Figure["unit"]): number | undefined {
  const value = Number(text.trim().replace(/\s/g, "").replace(",", "."))
  if (text.trim() === "" || !Number.isFinite(value) || value < 0) return undefined
  return unit === "MONEY" ? Math.round(value * 100) : value
}

export function TargetForm({ figure }: { figure: Figure }) {
  const { t } = useTranslation()
  const shown = figure.target === null ? "" : String(figure.unit === "MONEY" ? figure.target / 100 : figure.target)
  const [text, setText] = useState(shown)
  const [wrong, setWrong] = useState(false)
  const save = useRoomMutation(SetTargetMutation, { said: t("board.targetSaved") })
  return (
    <Panel title={t("board.targetTitle")}>
      <form
        noValidate
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const value = parsed(text, figure.unit)
          setWrong(value === undefined)
          if (value !== undefined) save.mutate({ code: figure.code, value })
        }}
      >
        <div className="w-44">
          <TextField
            label={t(`board.targetUnit_${figure.unit}`)}
            inputMode="decimal"
            value={text}
            error={wrong ? t("board.targetWrong") : undefined}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Button type="submit" size="small" variant="secondary" isLoading={save.isPending}>
          {t("common.save")}
        </Button>
        {figure.target !== null && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            onClick={() => save.mutate({ code: figure.code, value: null })}
          >
            {t("board.targetNone")}
          </Button>
        )}
      </form>
    </Panel>
  )
}
