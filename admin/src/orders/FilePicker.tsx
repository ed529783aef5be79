import { PaperClip, XMark } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { notify } from "../ui/notify"
import { type FileDraft, MOST_BYTES, MOST_FILES, readFile } from "./files"

/** Up to three small files; the server looks into them again. */
export function FilePicker({ files, set }: { files: readonly FileDraft[]; set: (files: FileDraft[]) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const add = async (chosen: FileList | null): Promise<void> => {
    const read = await Promise.all([...(chosen ?? [])].map(readFile)).catch(() => [])
    const next = [...files, ...read]
    if (next.length > MOST_FILES || next.reduce((sum, file) => sum + file.size, 0) > MOST_BYTES)
      return notify.failed(t("talk.tooMany"))
    set(next)
  }
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <label
          htmlFor={id}
          className="bg-ui-bg-base shadow-borders-base hover:bg-ui-bg-base-hover focus-within:shadow-borders-focus flex h-8 cursor-pointer items-center gap-1.5 rounded-md px-2.5 text-sm font-medium"
        >
          <PaperClip aria-hidden /> {t("talk.add")}
          <input
            id={id}
            type="file"
            multiple
            accept="application/pdf,image/jpeg,image/png"
            className="sr-only"
            onChange={(event) => {
              void add(event.target.files)
              event.target.value = ""
            }}
          />
        </label>
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("talk.fileHint")}
        </Text>
      </div>
      {files.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t("talk.attached")}>
          {files.map((file, index) => (
            <li
              key={`${file.name}-${index}`}
              className="bg-ui-bg-subtle flex items-center gap-1 rounded-md pl-2 text-sm"
            >
              <span className="max-w-[12rem] truncate">{file.name}</span>
              <IconButton
                type="button"
                size="small"
                variant="transparent"
                aria-label={t("talk.remove", { name: file.name })}
                onClick={() => set(files.filter((_, at) => at !== index))}
              >
                <XMark />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
