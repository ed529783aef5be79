import { useEffect, useRef } from "react"

interface TickBoxProps {
  label: string
  state: "all" | "some" | "none"
  toggle: (range: boolean) => void
}

/** The browser's own box: hundreds of them cost nothing. The label's padding makes it easy to hit. */
export function TickBox({ label, state, toggle }: TickBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  const range = useRef(false)
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === "some"
  }, [state])
  return (
    <label className="-m-2 inline-flex p-2">
      <input
        ref={box}
        type="checkbox"
        className="size-4 accent-[color:var(--g-brand)]"
        aria-label={label}
        checked={state === "all"}
        onClick={(event) => {
          range.current = event.shiftKey
        }}
        onChange={() => toggle(range.current)}
      />
    </label>
  )
}
