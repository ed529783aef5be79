import { useTranslation } from "react-i18next"

const KEY =
  "bg-ui-bg-base shadow-borders-base hover:bg-ui-bg-base-hover active:bg-ui-bg-base-pressed h-16 rounded-lg text-2xl font-medium"

export function Keypad({ press, back }: { press: (digit: string) => void; back: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="grid grid-cols-3 gap-3">
      {["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) => (
        <button key={digit} type="button" className={KEY} onClick={() => press(digit)}>
          {digit}
        </button>
      ))}
      <span />
      <button type="button" className={KEY} onClick={() => press("0")}>
        0
      </button>
      <button type="button" className={KEY} aria-label={t("desk.erase")} onClick={back}>
        ⌫
      </button>
    </div>
  )
}
