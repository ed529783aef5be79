import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createMissingLevels } from "../../settlement/quarantine"

/** A level of zero is harmless: nothing to take back when a later step fails. */
export const createQuarantineLevelsStep = createStep(
  "create-quarantine-levels",
  async (input: { locationId: string; inventoryItemIds: readonly string[] }, { container }) => {
    await createMissingLevels(container, input.locationId, input.inventoryItemIds)
    return new StepResponse(null)
  },
)
