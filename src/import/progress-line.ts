import type { WriteStream } from "node:tty"
import type { ImportProgress } from "@gondola/marketplace"

interface ProgressLine {
  show(progress: ImportProgress): void
  end(): void
}

const WIDTH = 30

/** A bar with rate and remaining time; where the output is no terminal, a line every tenth. */
export function progressLine(out: WriteStream): ProgressLine {
  const started = performance.now()
  let tenth = -1
  return {
    show({ done, total, worked }) {
      const seconds = Math.max(0.001, (performance.now() - started) / 1000)
      const rate = worked / seconds
      const left = Math.round((total - done) / Math.max(0.1, rate))
      const filled = Math.round((done / Math.max(1, total)) * WIDTH)
      const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled)
      const words = `${bar} ${done}/${total}  ${Math.round(rate)}/s  ${Math.floor(left / 60)} min ${left % 60} s left`
      if (out.isTTY) out.write(`\r${words}\u001b[K`)
      else if (Math.floor((done / total) * 10) > tenth) {
        tenth = Math.floor((done / total) * 10)
        out.write(`${words}\n`)
      }
    },
    end() {
      if (out.isTTY) out.write("\n")
    },
  }
}
