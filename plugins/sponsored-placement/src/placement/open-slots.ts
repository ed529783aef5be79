export interface PinnedOrNot {
  readonly pinned?: boolean
}

/**
 * Places of the grid that may carry an ad. An ad before a pin would push it down one place, so only places after the
 * page's last pin are open: a pin is never displaced.
 */
export function openSlots(slots: readonly number[], candidates: readonly PinnedOrNot[], pageSize: number): number[] {
  let afterPins = 0
  for (let place = 0; place < Math.min(candidates.length, pageSize); place++)
    if (candidates[place]!.pinned) afterPins = place + 1
  return slots.filter((slot) => slot >= afterPins && slot < pageSize)
}
