import { type EffectCode, type EffectParams, effectText } from "./effects"

export interface Step {
  readonly step: string
  /** What happened, for the faces to say in the reader's language. */
  readonly code: EffectCode
  readonly params: EffectParams
  /** The same in English, for whoever reads the API. */
  readonly effect: string
  readonly score: number | null
}

interface Happened {
  readonly step: string
  readonly code: EffectCode
  readonly params?: EffectParams
  readonly score?: number | null
}

export const stepOf = ({ step, code, params = {}, score = null }: Happened): Step => ({
  step,
  code,
  params,
  effect: effectText(code, params),
  score,
})

/** Every step of the evaluation leaves a line; it costs nothing to keep, and only explain shows it. */
export class Trace {
  readonly steps: Step[] = []
  step(step: string, code: EffectCode, params: EffectParams = {}): void {
    this.steps.push(stepOf({ step, code, params }))
  }
}
