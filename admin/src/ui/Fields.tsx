import { Hint, Input, Label, Textarea } from "@medusajs/ui"
import type { ComponentProps, ReactElement, ReactNode } from "react"
import { cloneElement, forwardRef, useId } from "react"

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string
  optional?: string
  children: ReactElement<Record<string, unknown>>
}

/** Label, control, help and error tied together for screen readers. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useId()
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
        {optional && <span className="text-ui-fg-muted font-normal"> ({optional})</span>}
      </Label>
      {cloneElement(children, { id, "aria-describedby": about, "aria-invalid": error ? true : undefined })}
      {hint && (
        <span id={`${id}-hint`} className="text-ui-fg-muted text-xs leading-4">
          {hint}
        </span>
      )}
      {error && (
        <Hint variant="error" id={`${id}-error`} role="alert">
          {error}
        </Hint>
      )}
    </div>
  )
}

type TextFieldProps = Omit<FieldProps, "children"> & ComponentProps<typeof Input>

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(
  ({ label, hint, error, optional, ...input }, ref) => (
    <Field label={label} hint={hint} error={error} optional={optional}>
      <Input ref={ref} autoComplete="off" {...input} />
    </Field>
  ),
)
TextField.displayName = "TextField"

type TextareaFieldProps = Omit<FieldProps, "children"> & ComponentProps<typeof Textarea>

export const TextareaField = forwardRef<HTMLTextAreaElement, TextareaFieldProps>(
  ({ label, hint, error, optional, ...area }, ref) => (
    <Field label={label} hint={hint} error={error} optional={optional}>
      <Textarea ref={ref} {...area} />
    </Field>
  ),
)
TextareaField.displayName = "TextareaField"

type ChoiceProps = Omit<FieldProps, "children"> &
  ComponentProps<"select"> & { choices: readonly { value: string; label: string }[] }

/** The browser's own select: quick under a finger, and known to every keyboard. */
export const ChoiceField = forwardRef<HTMLSelectElement, ChoiceProps>(
  ({ label, hint, error, optional, choices, ...select }, ref) => (
    <Field label={label} hint={hint} error={error} optional={optional}>
      <Choice ref={ref} choices={choices} {...select} />
    </Field>
  ),
)
ChoiceField.displayName = "ChoiceField"

export const Choice = forwardRef<
  HTMLSelectElement,
  ComponentProps<"select"> & { choices: readonly { value: string; label: string }[] }
>(({ choices, className = "", ...select }, ref) => (
  <select
    ref={ref}
    className={`bg-ui-bg-field shadow-borders-base txt-compact-small h-8 w-full min-w-0 rounded-md px-2 disabled:opacity-60 ${className}`}
    {...select}
  >
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
))
Choice.displayName = "Choice"
