const COMPUTER = String.raw`\b(?:intel|amd|mediatek)\b.*\b[\d.]+ [gt]b\b.*\b(?:ddr\w*|hdd|ssd|emmc|flash|windows|freedos|gb)\b`

/** Specifications so telling that they come before any name in the title (a computer's lists its parts). */
export const SPECIFICATIONS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${COMPUTER}.*\\b(?:tower|sff|pc|desktop|workstation)\\b`, "i"), "desktop computer"],
  [new RegExp(`\\bnotebook\\b.*${COMPUTER}|\\bcm \\(.*${COMPUTER}`, "i"), "notebook"],
]

/**
 * Titles that only list a specification. Tried in order after the names, on the whole title; the type is the English
 * label of the lexicon.
 */
export const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:dual sim|4g|5g|3g)\b.*\bandroid\b|\d{2,3} g (?:black|white|silver|gray|red|blue)$/i, "smartphone"],
  [/\bwi-fi\b.*\bandroid\b|\btab\b.*\bgb\b/i, "tablet"],
  [/\b\d+ x \d+ dpi\b.*\ba[34]\b|\bppm\b/i, "printer"],
  [/\bcm \([\d.]+["”]\) \d+ x \d+ pixels\b/i, "monitor"],
  [/\b(?:single|twin|multi|quad)pack\b|\boriginal\b.*\bml\b|\bcli-|\bpgi-/i, "ink cartridge"],
  [/\b(?:print(?:er)?|laser|return program) cartridge\b/i, "toner cartridge"],
  [/\bdrum\b/i, "printer drum"],
  [/\boriginal\b(?:\s+(?:black|cyan|magenta|yellow|photo|light|\d+|pc\(s\))|,)*\s*$/i, "toner cartridge"],
  [/\blga \d+\b|\bsocket am\d\b/i, "motherboard"],
  [/\b(?:gb|mb)\b.*\bddr\d?\b|\bddr\d?\b.*\b(?:gb|mb)\b/i, "memory module"],
  [/\bef(?:-s)? \d+(?:-\d+)?\s?mm\b|\bf\/\d/i, "camera lens"],
  [/\b\d+(?:gb|tb)\b.*\b(?:sata|sas|hd kit|rpm)\b/i, "hard drive"],
  [/\b(?:midi|full|mini|mid) tower\b/i, "computer case"],
  [/\b(?:nbd|onsite|care ?pack|support plus|year .*(?:service|support))\b/i, "warranty & support extension"],
  [/\b(?:un)?managed\b/i, "network switch"],
  [/\b\d+\s?(?:va|kva)\b/i, "uninterruptible power supply"],
]
