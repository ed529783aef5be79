import { XMarkMini } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Choice } from "../../../ui/Fields"

interface CategoryPicksProps {
  choices: readonly { value: string; label: string }[]
  picked: readonly string[]
  /** What no pick means. */
  none: string
  change: (picked: string[]) => void
}

/** Several categories, one after the other; what is below each is meant too. */
export function CategoryPicks({ choices, picked, none, change }: CategoryPicksProps) {
  const { t } = useTranslation()
  const nameOf = (handle: string): string => choices.find(({ value }) => value === handle)?.label.trim() ?? handle
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {picked.length === 0 && <span className="text-ui-fg-subtle text-sm">{none}</span>}
      {picked.map((handle) => (
        <button
          key={handle}
          type="button"
          aria-label={t("listingRules.unpick", { name: nameOf(handle) })}
          className="bg-ui-bg-component hover:bg-ui-bg-component-hover flex min-h-7 items-center gap-1 rounded-md border px-2 text-xs"
          onClick={() => change(picked.filter((each) => each !== handle))}
        >
          {nameOf(handle)} <XMarkMini aria-hidden />
        </button>
      ))}
      <div className="w-44">
        <Choice
          aria-label={t("listingRules.pick")}
          value=""
          choices={[
            { value: "", label: t("listingRules.pick") },
            ...choices.filter(({ value }) => !picked.includes(value)),
          ]}
          onChange={(event) => event.target.value && change([...picked, event.target.value])}
        />
      </div>
    </div>
  )
}
