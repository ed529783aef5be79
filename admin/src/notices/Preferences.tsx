import { Switch } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../api/hooks"
import { PreferencesQuery, SetPreferenceMutation } from "./notices"

/** What the reader also has by mail. */
export function Preferences() {
  const { t } = useTranslation()
  const id = useId()
  const query = useRoomQuery(PreferencesQuery, {})
  const set = useRoomMutation(SetPreferenceMutation, { said: t("bell.saved") })
  const choices = query.data?.notificationPreferences ?? []
  if (choices.length === 0) return null
  return (
    <section aria-labelledby={id} className="mt-2 border-t pt-4">
      <h3 id={id} className="text-sm font-semibold">
        {t("bell.preferences")}
      </h3>
      <p className="text-ui-fg-muted mt-0.5 text-xs">{t("bell.preferencesHint")}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {choices.map(({ kind, byMail }) => {
          const control = `${id}-${kind}`
          return (
            <li key={kind} className="flex items-center justify-between gap-3 text-sm">
              <label htmlFor={control}>
                {t(`noticeKinds.${kind.replace(".", "_")}` as "noticeKinds.order_placed", { defaultValue: kind })}
              </label>
              <Switch
                className="shrink-0"
                id={control}
                checked={byMail}
                disabled={set.isPending}
                onCheckedChange={(next) => set.mutate({ kind, byMail: next })}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
