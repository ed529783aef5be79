import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Choice, Field, TextareaField, TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { newKey } from "../ui/newKey"
import { SidePanel } from "../ui/SidePanel"

export interface LetGoLine {
  id: string
  title: string
  waiting: number
}

export interface LetGoAnswer {
  key: string
  lines: { lineId: string; quantity: number }[]
  reason: string
  note: string
}

interface LetGoDialogProps {
  title: string
  text: string
  confirm: string
  lines: readonly LetGoLine[]
  /** Reasons to choose from; without them only the note is asked. */
  reasons?: readonly { value: string; label: string }[]
  error: unknown
  pending: boolean
  close: () => void
  submit: (answer: LetGoAnswer) => void
}

const SHORTEST = 5

/** Units that fall away, why, and one button that cannot be pressed twice. */
export function LetGoDialog(props: LetGoDialogProps) {
  const { t } = useTranslation()
  const lines = props.lines.filter((line) => line.waiting > 0)
  const [key] = useState(newKey)
  const [quantities, setQuantities] = useState<Record<string, string>>(
    Object.fromEntries(lines.map((line) => [line.id, String(line.waiting)])),
  )
  const [reason, setReason] = useState(props.reasons?.[0]?.value ?? "")
  const [note, setNote] = useState("")
  const [tried, setTried] = useState(false)
  const wrong = (line: LetGoLine): boolean => {
    const text = quantities[line.id] ?? "0"
    return !/^\d+$/.test(text) || Number(text) > line.waiting
  }
  const chosen = lines
    .map((line) => ({ lineId: line.id, quantity: Number(quantities[line.id] ?? 0) }))
    .filter((line) => line.quantity > 0)
  const noteNeeded = !props.reasons || reason === "OTHER"
  const noteWrong = noteNeeded && note.trim().length < SHORTEST
  const send = (): void => {
    setTried(true)
    if (lines.some(wrong) || chosen.length === 0 || noteWrong) return
    props.submit({ key, lines: chosen, reason, note: note.trim() })
  }
  return (
    <SidePanel title={props.title} close={props.close}>
      <Drawer.Body className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
        <Text size="small" className="text-ui-fg-subtle">
          {props.text}
        </Text>
        <FormError error={props.error} />
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          {lines.map((line) => (
            <TextField
              key={line.id}
              label={t("care.quantityOfMost", { title: line.title, most: line.waiting })}
              inputMode="numeric"
              value={quantities[line.id] ?? ""}
              error={tried && wrong(line) ? t("forms.between", { min: 0, max: line.waiting }) : undefined}
              onChange={(event) => setQuantities({ ...quantities, [line.id]: event.target.value })}
            />
          ))}
          {tried && chosen.length === 0 && (
            <Text size="small" role="alert" className="text-ui-fg-error">
              {t("care.chooseOne")}
            </Text>
          )}
          {props.reasons && (
            <Field label={t("care.reason")}>
              <Choice choices={props.reasons} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
          )}
          <TextareaField
            label={t("care.note")}
            hint={t("care.noteHint")}
            optional={noteNeeded ? undefined : t("care.optional")}
            rows={3}
            maxLength={1000}
            value={note}
            error={tried && noteWrong ? t("care.noteShort") : undefined}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button type="submit" variant="danger" isLoading={props.pending}>
            {props.confirm}
          </Button>
        </form>
      </Drawer.Body>
    </SidePanel>
  )
}
