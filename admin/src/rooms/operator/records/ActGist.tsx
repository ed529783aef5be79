import type { TrailEntry } from "./trail"
import { useActFacts } from "./actFacts"

/** The first facts of an act under its sentence; the drawer has them all. */
export function ActGist({ entry }: { entry: TrailEntry }) {
  const facts = useActFacts()(entry).slice(0, 3)
  if (facts.length === 0) return null
  return (
    <span className="text-ui-fg-muted block max-w-[44rem] truncate text-xs">
      {facts.map(([name, value]) => `${name} ${value}`).join(" · ")}
    </span>
  )
}
