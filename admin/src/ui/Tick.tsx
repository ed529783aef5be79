import type { ComponentProps } from "react"
import { forwardRef } from "react"

/** A box to tick with its sentence: the whole line is the target. */
export const Tick = forwardRef<HTMLInputElement, Omit<ComponentProps<"input">, "type"> & { label: string }>(
  ({ label, ...input }, ref) => (
    <label className="flex min-h-8 items-start gap-2.5 text-sm">
      <input ref={ref} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-[color:var(--g-brand)]" {...input} />
      <span>{label}</span>
    </label>
  ),
)
Tick.displayName = "Tick"
