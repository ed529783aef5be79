import type { MedusaContainer } from "@medusajs/framework/types"

export const CUT = "gondolaCut"

/**
 * A place where a process may die without harm: between an intent and its call, between a call and its settlement. Does
 * nothing unless a test registered a cutter, which ends the process here or leaves the work for ever.
 */
export async function cutPoint(container: Pick<MedusaContainer, "resolve">, point: string): Promise<void> {
  const cutter = container.resolve(CUT, { allowUnregistered: true }) as ((point: string) => Promise<void>) | undefined
  await cutter?.(point)
}
