import { Camera } from "@medusajs/icons"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { notify } from "../../../ui/notify"
import { shrink } from "./shrink"

interface PhotoInputProps {
  title: string
  photo: string | null
  set: (photo: string | null) => void
}

/** The goods only, never a person: kept small, and deleted by the server in time. */
export function PhotoInput({ title, photo, set }: PhotoInputProps) {
  const { t } = useTranslation()
  const id = useId()
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const small = await shrink(file).catch(() => undefined)
    if (small) set(small)
    else notify.failed(t("desk.photoError"))
  }
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{t("desk.photo")}</span>
      <div className="flex items-center gap-3">
        <label
          htmlFor={id}
          className="bg-ui-bg-base shadow-borders-base hover:bg-ui-bg-base-hover flex min-h-12 flex-1 cursor-pointer items-center justify-center gap-2 rounded-md px-3 text-sm font-medium"
        >
          <Camera aria-hidden /> {t(photo ? "desk.photoAgain" : "desk.photoTake")}
        </label>
        <input
          id={id}
          type="file"
          accept="image/*"
          capture="environment"
          aria-label={t("desk.photoOf", { title })}
          className="sr-only"
          onChange={(event) => void take(event.target.files?.[0])}
        />
        {photo && <img src={photo} alt={t("desk.photoOf", { title })} className="size-12 rounded-md object-cover" />}
      </div>
    </div>
  )
}
