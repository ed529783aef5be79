import { Button, Hint } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../../api/errors"
import { sendPaper } from "../../../api/papers"
import { TextField } from "../../../ui/Fields"
import { notify } from "../../../ui/notify"
import type { ChecklistItem } from "./file"

/** One file, sent as soon as it is chosen; a date of expiry is asked for first. */
export function PaperInput({ item }: { item: ChecklistItem }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [expiresOn, setExpiresOn] = useState("")
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setSending(true)
    setProblem(undefined)
    try {
      await sendPaper(item.code, file, expiresOn)
      notify.done(t("file.sent"))
      await client.invalidateQueries({ queryKey: ["SELLER"] })
    } catch (error) {
      setProblem(messageOf(error, t))
    } finally {
      setSending(false)
      if (input.current) input.current.value = ""
    }
  }
  const choose = (): void => {
    if (item.needsExpiry && !expiresOn) setProblem(t("file.needsExpiry"))
    else input.current?.click()
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      {item.needsExpiry && (
        <div className="w-44">
          <TextField
            type="date"
            label={t("file.expiresOn")}
            value={expiresOn}
            onChange={(event) => setExpiresOn(event.target.value)}
          />
        </div>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept="application/pdf,image/jpeg,image/png"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        isLoading={sending}
        aria-label={`${t(item.document ? "file.replaceFile" : "file.chooseFile")} : ${item.label}`}
        onClick={choose}
      >
        {t(item.document ? "file.replaceFile" : "file.chooseFile")}
      </Button>
      <span className="text-ui-fg-muted text-xs">{t("file.fileHint")}</span>
      {problem && (
        <Hint variant="error" role="alert" className="w-full">
          {problem}
        </Hint>
      )}
    </div>
  )
}
