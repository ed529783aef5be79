/** Bids and budgets in euros. */
export interface CampaignPlan {
  readonly name: string
  readonly titles: readonly string[]
  readonly targets: readonly (readonly [
    kind: "KEYWORD_EXACT" | "KEYWORD_PHRASE" | "KEYWORD_BROAD" | "CATEGORY",
    value: string,
    bid: number,
  ])[]
  readonly daily: number
  readonly lifetime: number
  /** Still to be looked at by the operator. */
  readonly waits?: boolean
}

/** By brand, as it stands in the catalogue. */
export const campaigns: Readonly<Record<string, readonly CampaignPlan[]>> = {
  "Cap Armen": [
    {
      name: "Automne en mer",
      titles: ["Pull marin «Armen»", "Ciré «Grand large»", "Pull jacquard «Lande»"],
      targets: [
        ["KEYWORD_BROAD", "pull", 0.42],
        ["KEYWORD_PHRASE", "pull marin", 0.55],
        ["KEYWORD_BROAD", "ciré", 0.38],
        ["CATEGORY", "vetements", 0.25],
      ],
      daily: 25,
      lifetime: 600,
    },
    {
      name: "Petits cadeaux",
      titles: ["Bonnet à pompon «Nordet»", "Écharpe à carreaux «Dune»"],
      targets: [
        ["KEYWORD_EXACT", "bonnet", 0.4],
        ["CATEGORY", "accessoires", 0.3],
      ],
      daily: 12,
      lifetime: 250,
      waits: true,
    },
  ],
  Solenne: [
    {
      name: "Coin lecture",
      titles: ["Lampadaire trépied «Phare»", "Lampe de table «Aube»", "Lampe de bureau «Étude»"],
      targets: [
        ["KEYWORD_BROAD", "lampe", 0.48],
        ["KEYWORD_BROAD", "lamp", 0.48],
        ["KEYWORD_PHRASE", "lampe de bureau", 0.6],
        ["CATEGORY", "luminaires", 0.35],
      ],
      daily: 30,
      lifetime: 900,
    },
    {
      name: "Soirées dehors",
      titles: ["Lanterne «Ponton»", "Guirlande «Bal populaire»"],
      targets: [
        ["KEYWORD_BROAD", "lanterne", 0.36],
        ["CATEGORY", "exterieur", 0.28],
      ],
      daily: 10,
      lifetime: 200,
    },
  ],
}
