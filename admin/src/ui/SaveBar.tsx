import { Button } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useUnsaved } from "./useUnsaved"

interface SaveBarProps {
  dirty: boolean
  saving?: boolean
  /** Left out when the bar stands in a form: its button submits it. */
  save?: () => void
  discard: () => void
}

/** Appears with the first change, saves with Ctrl+S, and does not let the page be left by mistake. */
export function SaveBar({ dirty, saving, save, discard }: SaveBarProps) {
  const { t } = useTranslation()
  useUnsaved(dirty && !saving)
  useEffect(() => {
    if (!dirty) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      document.querySelector<HTMLButtonElement>("[data-save]")?.click()
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [dirty])
  if (!dirty) return null
  return (
    <div
      role="region"
      aria-label={t("saveBar.label")}
      className="shadow-elevation-flyout bg-ui-bg-base sticky bottom-3 z-10 flex w-full flex-wrap items-center justify-between gap-2 rounded-lg border p-2 pl-4"
    >
      <span className="text-sm font-medium" role="status">
        {t("saveBar.unsaved")}
      </span>
      <span className="flex gap-2">
        <Button size="small" variant="secondary" disabled={saving} onClick={discard}>
          {t("saveBar.discard")}
        </Button>
        <Button
          data-save
          size="small"
          type={save ? "button" : "submit"}
          isLoading={saving}
          title="Ctrl+S"
          onClick={save}
        >
          {t("common.save")}
        </Button>
      </span>
    </div>
  )
}
