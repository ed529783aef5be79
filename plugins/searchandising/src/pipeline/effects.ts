export type EffectParams = Readonly<Record<string, string | number>>

/** What a step of the search may say; the portal has the same codes in its languages. */
const EFFECTS = {
  READ: "{{words}}",
  CORRECTED: "{{from}} → {{to}}",
  SAME_AS: "{{from}} = {{to}}",
  NAMES_TYPE: "the query names the type {{type}}",
  RETRIEVED: "{{every}} with every word, {{total}} in all",
  FEWER_WORDS: "fewer words",
  WITHOUT_FILTERS: "without the filters",
  BEST_OF_SHOP: "nothing fits: the best of the shop",
  RERANKED: "BM25F over the best {{count}}",
  WORD_IN: "{{word}} in {{fields}}",
  SHARE_FOUND: "share of the query found",
  IS_TYPE: "is what the query names",
  FINAL_SCORE: "after all factors",
  ENGINE_ORDER: "the engine's",
  PINS: "{{placed}} of {{pins}} pins are in the result",
  HELD: "held by the merchandiser",
  ADS: "{{placed}} of {{candidates}} candidates",
  ADS_LEFT_OUT: "left out: {{reason}}",
} as const

export type EffectCode = keyof typeof EFFECTS

export const EFFECT_CODES = Object.keys(EFFECTS) as EffectCode[]

export const effectText = (code: EffectCode, params: EffectParams): string =>
  EFFECTS[code].replace(/{{(\w+)}}/g, (_whole, name: string) => String(params[name] ?? ""))
