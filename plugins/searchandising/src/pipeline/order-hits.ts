import { applyPins, type PinPlace } from "../pins/apply-pins"
import type { RetrievalResult } from "../providers/postgres/plan"
import { rerank } from "../ranking/rerank"
import { WEIGHTS } from "../ranking/weights"
import { type Step, stepOf, type Trace } from "./trace"
import type { Understood } from "./understand"

export interface OrderedHit {
  readonly id: string
  readonly score: number
  readonly brand: string | null
  readonly pinned: boolean
  /** Brought in by a pin alone: the query does not find it. */
  readonly added: boolean
  readonly explain: readonly Step[]
}

interface Input {
  readonly result: RetrievalResult
  readonly understood: Understood | null
  readonly pins: readonly PinPlace[]
  readonly ranked: boolean
}

/** The engine's hits, ranked anew by the words and with the merchandiser's pins in their places. */
export function orderHits({ result, understood, pins, ranked }: Input, trace: Trace): OrderedHit[] {
  const found = new Map<string, OrderedHit>()
  if (understood && ranked) {
    const reranked = rerank(result.candidates, understood, understood.corpus, WEIGHTS)
    trace.step("rerank", "RERANKED", { count: reranked.length })
    for (const { hit, score, terms, coverage, typeMatches } of reranked)
      found.set(hit.id, {
        id: hit.id,
        score,
        brand: hit.brand,
        pinned: false,
        added: false,
        explain: [
          ...terms.map((term) =>
            stepOf({
              step: "word",
              code: "WORD_IN",
              params: { word: term.token, fields: term.fields.join(", ") },
              score: term.score,
            }),
          ),
          stepOf({ step: "coverage", code: "SHARE_FOUND", score: coverage }),
          ...(typeMatches ? [stepOf({ step: "type", code: "IS_TYPE", score: 1 + WEIGHTS.typeMatch })] : []),
          stepOf({ step: "score", code: "FINAL_SCORE", score }),
        ],
      })
  } else
    for (const { id, score, brand } of result.candidates)
      found.set(id, {
        id,
        score,
        brand,
        pinned: false,
        added: false,
        explain: [stepOf({ step: "order", code: "ENGINE_ORDER", score })],
      })
  if (pins.length === 0) return [...found.values()]
  const placed = applyPins([...found.keys()], pins, new Set(result.present))
  trace.step("pins", "PINS", { placed: placed.filter((hit) => hit.pinned).length, pins: pins.length })
  return placed.map(({ id, pinned }) => {
    const hit = found.get(id) ?? { id, score: 0, brand: null, added: true, explain: [] }
    return pinned
      ? { ...hit, pinned, explain: [...hit.explain, stepOf({ step: "pin", code: "HELD" })] }
      : { ...hit, pinned }
  })
}
