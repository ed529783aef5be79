/** What the server can ask of a listing. */
export const REQUIREMENTS = [
  "picture",
  "category",
  "manufacturer",
  "eu_responsible",
  "warnings",
  "guarantee",
  "repair_index",
  "durability_index",
] as const
