import { UNIQUE } from "../offers/create-offers"

/** What tells the bought variant from its brothers; null where there is no choice. */
export const saidVariant = (title: string | null): string | null => (title === UNIQUE ? null : title)
