import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { CUT } from "@gondola/kit"

/**
 * Ends what runs at a cut point, once. `abandon`: it stays there for ever, as a killed process does, and no handler of an
 * error gets to tidy up; not within a transaction, which would keep its locks. `throw`: the transaction rolls back, as the
 * database does it for a connection that died. `kill`: SIGKILL, for a process of its own.
 */
export type CutHow = "abandon" | "throw" | "kill"

export class CutHere extends Error {}

export function cutAt(container: MedusaContainer, at: string, how: CutHow): { readonly reached: Promise<void> } {
  let tell: () => void
  const reached = new Promise<void>((resolve) => (tell = resolve))
  let open = true
  const cutter = (point: string): Promise<void> => {
    if (!open || point !== at) return Promise.resolve()
    open = false
    tell()
    if (how === "throw") return Promise.reject(new CutHere(point))
    if (how === "kill") process.kill(process.pid, "SIGKILL")
    return new Promise(() => undefined)
  }
  container.register({ [CUT]: asValue(cutter) })
  return { reached }
}

export const noCuts = (container: MedusaContainer): void =>
  container.register({ [CUT]: asValue(() => Promise.resolve()) }) as never

/** Runs until the cut, and says whether the work ever got there. */
export async function runUntilCut(
  container: MedusaContainer,
  cut: { readonly at: string; readonly how: CutHow },
  work: () => Promise<unknown>,
): Promise<boolean> {
  const { reached } = cutAt(container, cut.at, cut.how)
  const there = await Promise.race([
    reached.then(() => true),
    work().then(
      () => false,
      (error: unknown) => {
        if (error instanceof CutHere) return true
        throw error
      },
    ),
  ])
  noCuts(container)
  return there
}
