import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { StaffRow } from "../modules/store-returns/service"
import { pinMatches } from "./pin"

export const MAX_WRONG_PINS = 5
export const PIN_LOCK_MINUTES = 15

/**
 * Finds whose PIN it is among the candidates. Wrong tries count for the person at the desk, in the database, so that
 * neither a restart nor a second process gives new tries.
 * @throws PIN_LOCKED | WRONG_PIN
 */
export async function checkPin(
  container: MedusaContainer,
  atDesk: StaffRow,
  pin: string,
  candidates: readonly StaffRow[],
): Promise<StaffRow> {
  const now = clockOf(container).now()
  const service = storeReturnsOf(container)
  // Taken before the slow comparison: tries sent at once all count.
  const { failures, lockedUntil } = await service.takePinTry(atDesk.id, {
    now,
    lockUntil: lockEnd(now),
    max: MAX_WRONG_PINS,
  })
  if (lockedUntil) throw locked(lockedUntil)
  for (const candidate of candidates) {
    if (!(await pinMatches(pin, candidate.pin_hash))) continue
    await service.updateStaff({ id: atDesk.id, pin_failures: 0, pin_locked_until: null })
    return candidate
  }
  await service.record({
    shopId: atDesk.shop_id,
    at: now,
    actor: atDesk.id,
    role: atDesk.role,
    action: "wrong_pin",
    subject: atDesk.id,
    detail: { tries: failures },
  })
  if (failures >= MAX_WRONG_PINS) throw locked(lockEnd(now))
  throw storeReturnError("WRONG_PIN", "This PIN is wrong", { left: MAX_WRONG_PINS - failures })
}

const lockEnd = (now: Date): Date => new Date(now.getTime() + PIN_LOCK_MINUTES * 60_000)

const locked = (until: Date) =>
  storeReturnError("PIN_LOCKED", "Too many wrong PINs: wait a quarter of an hour, or ask a manager", {
    until: until.toISOString(),
  })
