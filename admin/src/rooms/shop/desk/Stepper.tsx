import { useTranslation } from "react-i18next"

interface StepperProps {
  title: string
  value: number
  most: number
  set: (value: number) => void
}

const BUTTON =
  "touch-square bg-ui-bg-base shadow-borders-base hover:bg-ui-bg-base-hover rounded-md text-xl font-medium disabled:opacity-40"

export function Stepper({ title, value, most, set }: StepperProps) {
  const { t } = useTranslation()
  return (
    <div role="group" aria-label={t("desk.quantityOf", { title })} className="flex items-center gap-1.5">
      <button
        type="button"
        className={BUTTON}
        disabled={value <= 0}
        aria-label={t("desk.less")}
        onClick={() => set(value - 1)}
      >
        −
      </button>
      <span className="tabular w-14 text-center text-lg font-semibold" aria-live="polite">
        {value}
        <span className="text-ui-fg-muted text-sm font-normal"> / {most}</span>
      </span>
      <button
        type="button"
        className={BUTTON}
        disabled={value >= most}
        aria-label={t("desk.more")}
        onClick={() => set(value + 1)}
      >
        +
      </button>
    </div>
  )
}
