import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import { readSetting, saveSetting } from "../catalogue/settings"
import { recordAct } from "../trail/record-act"
import type { Act } from "../trail/act"

/** Offers looked at a week; 0 stops the checks. */
const USUAL = { perWeek: 20 }
const MOST = 1000

export const readCheckRate = async (container: MedusaContainer): Promise<number> =>
  (await readSetting(container, "random_checks", USUAL)).perWeek

/** Holds from the next week's draw. @throws BAD_INPUT */
export async function saveCheckRate(container: MedusaContainer, perWeek: number, actor: Act["actor"]): Promise<void> {
  if (!Number.isInteger(perWeek) || perWeek < 0 || perWeek > MOST)
    throw badInput(`Between 0 and ${MOST} checks a week`, { field: "perWeek" })
  await saveSetting(container, { key: "random_checks", value: { perWeek }, actor: actor.id })
  await recordAct(container, {
    actor,
    action: "check.rate",
    subject: { type: "setting", id: "random_checks" },
    details: { perWeek },
  })
}
