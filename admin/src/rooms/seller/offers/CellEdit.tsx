import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { refusalOf } from "../../../api/errors"
import { useRoomMutation } from "../../../api/hooks"
import { notify } from "../../../ui/notify"
import { BulkEditMutation } from "../offers"

interface CellEditProps {
  id: string
  label: string
  /** As it is typed. */
  value: string
  shown: string
  /** Null: what was typed means nothing. */
  changeOf: (text: string) => { price: number } | { stock: number } | null
}

/** A figure of the list that is changed where it stands: Enter saves, Escape leaves it. */
export function CellEdit({ id, label, value, shown, changeOf }: CellEditProps) {
  const { t } = useTranslation()
  const [text, setText] = useState<string>()
  const save = useRoomMutation(BulkEditMutation, {
    done: ({ bulkEditOffers }) => {
      const [refused] = bulkEditOffers.refused
      if (refused) return notify.failed(t("errors.title"), refusalOf(refused, t))
      notify.done(t("offers.saved"))
      setText(undefined)
    },
  })
  if (text === undefined)
    return (
      <button
        type="button"
        className="hover:bg-ui-bg-base-hover min-h-8 rounded-md px-2 underline decoration-dotted underline-offset-4"
        aria-label={`${label}: ${shown}`}
        onClick={() => setText(value)}
      >
        {shown}
      </button>
    )
  const change = changeOf(text)
  const submit = (): void => {
    if (text === value) setText(undefined)
    else if (change) save.mutate({ ids: [id], change })
  }
  return (
    <form
      className="inline-block w-24"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Input
        size="small"
        autoFocus
        inputMode="decimal"
        aria-label={label}
        aria-invalid={change ? undefined : true}
        value={text}
        disabled={save.isPending}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setText(undefined)}
        onBlur={submit}
      />
    </form>
  )
}
