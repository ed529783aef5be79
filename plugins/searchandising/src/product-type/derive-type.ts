import { tokenise } from "../text/tokens"
import { TYPES, type TypeEntry } from "./lexicon"
import { PATTERNS, SPECIFICATIONS } from "./patterns"

interface Found {
  readonly entry: TypeEntry
  readonly from: number
  readonly to: number
}

const byTokens = new Map<string, TypeEntry>()
let longest = 1
const synonymKeys = new Set<string>()
for (const entry of TYPES)
  for (const name of [...entry.synonyms, ...entry.kinds]) {
    const tokens = tokenise(name)
    longest = Math.max(longest, tokens.length)
    const key = tokens.join(" ")
    if (!byTokens.has(key)) byTokens.set(key, entry)
    if (entry.synonyms.includes(name)) synonymKeys.add(key)
  }

/** What follows says what the thing is made for: never the thing itself. */
const PURPOSE = /\s(?:for|f\/|w\/|pour|compatible|to fit|fits)\s.*$/i
const PART = /\s(?:with|avec|sans|without|incl\.?|including)\s|\s[-–—]\s|[,;|()]/i

/** Things that others are made for: "laptop roller" is no laptop, whatever a roller is. */
const HOSTS = new Set(["notebook", "tablet", "smartphone", "telephone", "camera", "printer", "tv", "desktop computer"])
const DESCRIBING = new Set(
  tokenise(
    "black white silver gray grey red blue green pink gold yellow brown orange purple beige noir blanc argent gris " +
      "rouge bleu vert rose dore laser inkjet colour color digital compact usb wireless qwerty azerty touchscreen lcd led " +
      "full hd ultra hybrid android windows intel amd dual sim energy star multifunction kit inch portable",
  ),
)
const HAS_DIGIT = /\d/
/** French puts the head first: a "lampe de bureau" is a lamp. */
const FRENCH_LINK = new Set(["de", "du", "des", "a", "en", "pour"])

/**
 * The kind of goods a title names. A compound has its head last ("laptop bag" is a bag), so within the first part of
 * the title that names anything, the last name before the specification (a token with a digit) wins; a longer name
 * beats the shorter ones inside it ("mobile phone case"). Null rather than a guess.
 */
export function typeOfTitle(title: string): TypeEntry | null {
  const spec = typeOf(SPECIFICATIONS, title)
  if (spec) return spec
  for (const part of title.replace(PURPOSE, "").split(PART)) {
    const tokens = tokenise(part)
    let chosen: Found | undefined
    for (let from = 0; from < tokens.length;) {
      const hit = longestAt(tokens, from)
      // A specification ends the name, save after a host: "Laptop USB 2.0 Adapter Card".
      const ends = HAS_DIGIT.test(tokens[from] ?? "") && !HOSTS.has(chosen?.entry.en ?? "")
      if (!hit && chosen && (ends || FRENCH_LINK.has(tokens[from] ?? ""))) break
      if (hit) chosen = hit
      from = hit ? hit.to : from + 1
    }
    if (!chosen) continue
    const next = tokens[chosen.to]
    if (next && HOSTS.has(chosen.entry.en) && !HAS_DIGIT.test(next) && !DESCRIBING.has(next)) return null
    return chosen.entry
  }
  return typeOf(PATTERNS, title)
}

function typeOf(patterns: typeof PATTERNS, title: string): TypeEntry | null {
  const label = patterns.find(([pattern]) => pattern.test(title))?.[1]
  return (label === undefined ? undefined : byTokens.get(tokenise(label).join(" "))) ?? null
}

function longestAt(tokens: readonly string[], from: number): Found | undefined {
  for (let size = Math.min(longest, tokens.length - from); size > 0; size--) {
    const entry = byTokens.get(tokens.slice(from, from + size).join(" "))
    if (entry) return { entry, from, to: from + size }
  }
  return undefined
}

export interface NamedType {
  readonly entry: TypeEntry
  /** The words of the query that name it: from, up to but not including. */
  readonly from: number
  readonly to: number
  /** The thing itself was named, not a kind of it. */
  readonly same: boolean
}

/** The type that a query names, best the one its last words name ("black mobile phone case"). */
export function typeOfQuery(tokens: readonly string[]): NamedType | null {
  for (let from = 0; from < tokens.length; from++) {
    const named = namedAt(tokens, from, tokens.length)
    if (named) return named
  }
  for (let to = tokens.length - 1; to > 0; to--) {
    const named = namedAt(tokens, 0, to)
    if (named) return named
  }
  return null
}

function namedAt(tokens: readonly string[], from: number, to: number): NamedType | null {
  const key = tokens.slice(from, to).join(" ")
  const entry = byTokens.get(key)
  return entry ? { entry, from, to, same: synonymKeys.has(key) } : null
}

/** Every word for the type, both languages, once: what the index keeps in its type field. */
export const typeTokens = (entry: TypeEntry): string[] => [...new Set(entry.synonyms.flatMap((name) => tokenise(name)))]
