import type { SearchandisingPorts } from "@gondola/searchandising"
import { placeSponsored } from "@gondola/sponsored-placement"

/** The ends of the shelf: the search asks, the auction answers. Neither plugin knows the other. */
export const sponsoredSlots: NonNullable<SearchandisingPorts["sponsoredSlots"]> = (shelf, context) =>
  placeSponsored(context.scope, shelf)
