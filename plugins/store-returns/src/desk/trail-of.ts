import type { TrailAction, TrailEntry } from "../trail/trail"
import type { SignedInStaff } from "./desk"

/** What somebody of the shop did, ready for the shop's trail. */
export const trailOf = (
  { staff, shop }: SignedInStaff,
  at: Date,
  did: { action: TrailAction; subject: string; detail?: Record<string, unknown> },
): TrailEntry => ({ shopId: shop.id, at, actor: staff.id, role: staff.role, detail: {}, ...did })
