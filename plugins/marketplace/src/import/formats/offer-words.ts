import type { Condition } from "../../offers/offer-draft"

/** Words of feeds, lower case. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  new: "NEW",
  neuf: "NEW",
  refurbished: "REFURBISHED",
  reconditionné: "REFURBISHED",
  reconditionne: "REFURBISHED",
  used_like_new: "USED_LIKE_NEW",
  "like new": "USED_LIKE_NEW",
  "comme neuf": "USED_LIKE_NEW",
  used_good: "USED_GOOD",
  good: "USED_GOOD",
  "bon état": "USED_GOOD",
  "bon etat": "USED_GOOD",
}

export const STATES: Readonly<Record<string, "draft" | "active" | "paused" | "closed">> = {
  draft: "draft",
  brouillon: "draft",
  active: "active",
  actif: "active",
  publié: "active",
  published: "active",
  paused: "paused",
  "en pause": "paused",
  suspendu: "paused",
  closed: "closed",
  fermé: "closed",
}
