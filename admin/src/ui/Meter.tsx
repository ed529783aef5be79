interface MeterProps {
  value: number
  most: number
  label: string
  /** A limit, not a goal: near its end it warns. */
  cap?: boolean
}

/** How much of a limit is used; the words say it, the bar shows it. */
export function Meter({ value, most, label, cap }: MeterProps) {
  const share = most > 0 ? Math.min(100, (100 * value) / most) : 0
  return (
    <span className="flex min-w-32 flex-col gap-1">
      <span className="tabular text-xs">{label}</span>
      <span className="bg-ui-bg-component block h-1.5 overflow-hidden rounded-full" aria-hidden>
        <span
          className="block h-full rounded-full"
          style={{ width: `${share}%`, background: cap && share >= 90 ? "var(--g-chart-4)" : "var(--g-chart-1)" }}
        />
      </span>
    </span>
  )
}
