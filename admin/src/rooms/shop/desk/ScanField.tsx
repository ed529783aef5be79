import { Scan } from "@medusajs/icons"
import { useEffect, useRef, useState } from "react"

interface ScanFieldProps {
  label: string
  busy: boolean
  scan: (code: string) => void
}

const TYPED_ELSEWHERE = "input,textarea,select,[role=dialog],[role=alertdialog],[role=menu]"

/** A scanner types and presses Enter: whenever nobody types elsewhere, its keys land here. */
export function ScanField({ label, busy, scan }: ScanFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState("")
  useEffect(() => field.current?.focus(), [label])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const elsewhere = (event.target as Element | null)?.closest?.(TYPED_ELSEWHERE)
      if (!elsewhere && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey)
        field.current?.focus()
    }
    addEventListener("keydown", onKey, true)
    return () => removeEventListener("keydown", onKey, true)
  }, [])
  return (
    <form
      className="scan-field bg-ui-bg-base shadow-borders-base flex items-center gap-3 rounded-lg px-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() && !busy) scan(code.trim())
        setCode("")
      }}
    >
      <Scan aria-hidden />
      <input
        ref={field}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        className="h-14 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-[color:var(--g-text-faint)] focus-visible:outline-none"
      />
    </form>
  )
}
