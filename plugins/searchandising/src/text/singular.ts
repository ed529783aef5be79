/** Words whose plural, or whose final s, no rule catches. */
const IRREGULAR = new Map([
  ["mice", "mouse"],
  ["lenses", "lens"],
  ["lens", "lens"],
  ["yeux", "oeil"],
  ["feet", "foot"],
  ["knives", "knife"],
  ["shelves", "shelf"],
  ["women", "woman"],
  ["men", "man"],
  ["children", "child"],
])

const HAS_DIGIT = /\d/

/**
 * Folds English and French plurals to one form. It need not be the dictionary's singular, for query and document pass
 * through the same function: after ss, ch, sh, x and zz the e goes as well, because "tasses" and "glasses" cannot be
 * told apart ("tasse" and "glass" both lose theirs). French -x plurals fold too (gateaux, jeux, journaux).
 */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  if (word.length < 4 || HAS_DIGIT.test(word)) return word
  if (word.endsWith("aux") && !word.endsWith("eaux")) return `${word.slice(0, -3)}al`
  if (word.endsWith("eaux") || word.endsWith("eux") || word.endsWith("oux")) return word.slice(0, -1)
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`
  const sibilant = /^(..*(?:ch|sh|x|ss|zz))es?$/.exec(word)
  if (sibilant?.[1]) return sibilant[1]
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}
