import { Checkbox, Hint } from "@medusajs/ui"
import { useId } from "react"

interface TicksProps {
  label: string
  choices: readonly { value: string; label: string }[]
  ticked: readonly string[]
  change: (ticked: string[]) => void
  error?: string
}

/** Several of a few. */
export function Ticks({ label, choices, ticked, change, error }: TicksProps) {
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={error && `${id}-error`}>
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      {choices.map(({ value, label: name }) => (
        <div key={value} className="flex items-center gap-2.5">
          <Checkbox
            id={`${id}-${value}`}
            checked={ticked.includes(value)}
            onCheckedChange={(on) => change(on ? [...ticked, value] : ticked.filter((each) => each !== value))}
          />
          <label htmlFor={`${id}-${value}`} className="text-sm">
            {name} <code className="text-ui-fg-muted text-xs">{value}</code>
          </label>
        </div>
      ))}
      {error && (
        <Hint variant="error" id={`${id}-error`} role="alert">
          {error}
        </Hint>
      )}
    </fieldset>
  )
}
