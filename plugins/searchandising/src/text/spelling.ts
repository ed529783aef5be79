const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

/** Every string one edit away: a letter missing, too much, wrong, or two neighbours swapped. */
export function oneEditAway(word: string): string[] {
  const edits = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const head = word.slice(0, i)
    const tail = word.slice(i)
    if (tail) edits.add(head + tail.slice(1))
    if (tail.length > 1) edits.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))
    for (const letter of LETTERS) {
      edits.add(head + letter + tail)
      if (tail) edits.add(head + letter + tail.slice(1))
    }
  }
  edits.delete(word)
  return [...edits]
}

/** Damerau–Levenshtein distance (optimal string alignment): a swap of neighbours is one edit. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

/** Folded and as written, for folding takes letters off. One edit from four letters, two from eight. The three best: nearest, same first letter, most frequent. */
export function nearestWords(
  word: string,
  known: readonly { word: string; surface?: string; documents: number }[],
): string[] {
  const allowed = word.length >= 8 ? 2 : 1
  return known
    .map((candidate) => ({
      ...candidate,
      distance: Math.min(editDistance(word, candidate.word), editDistance(word, candidate.surface ?? candidate.word)),
    }))
    .filter(({ distance }) => distance > 0 && distance <= allowed)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.word[0] === word[0]) - Number(a.word[0] === word[0]) ||
        b.documents - a.documents ||
        (a.word < b.word ? -1 : 1),
    )
    .slice(0, 3)
    .map((candidate) => candidate.word)
}
