import { CheckMini } from "@medusajs/icons"

interface StepsProps {
  names: readonly string[]
  current: number
  go: (step: number) => void
}

/** Steps that stay visible; those done can be opened again. */
export function Steps({ names, current, go }: StepsProps) {
  return (
    <ol className="flex flex-wrap gap-2">
      {names.map((name, index) => (
        <li key={name} className="min-w-0 flex-1 basis-28">
          <button
            type="button"
            disabled={index > current}
            aria-current={index === current ? "step" : undefined}
            onClick={() => go(index)}
            className={`flex min-h-11 w-full items-center gap-1.5 rounded-lg border px-2 py-2 sm:gap-2 sm:px-3 text-left text-sm ${
              index === current
                ? "border-ui-border-interactive bg-ui-bg-highlight font-medium"
                : "bg-ui-bg-base text-ui-fg-subtle"
            }`}
          >
            <span className="flex size-6 shrink-0 items-center justify-center rounded-full border text-xs" aria-hidden>
              {index < current ? <CheckMini /> : index + 1}
            </span>
            <span className="truncate">{name}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
