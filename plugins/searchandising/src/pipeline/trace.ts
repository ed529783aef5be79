export interface Step {
  readonly step: string
  readonly effect: string
  readonly score: number | null
}

/** Every step of the evaluation leaves a line; it costs nothing to keep, and only explain shows it. */
export class Trace {
  readonly steps: Step[] = []
  step(step: string, effect: string, score: number | null = null): void {
    this.steps.push({ step, effect, score })
  }
}
