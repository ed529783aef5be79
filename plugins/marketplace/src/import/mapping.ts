/** Something wrong with one field: an error leaves the record out, a warning only the field. */
export interface Complaint {
  readonly level: "error" | "warning"
  readonly code: string
  readonly message: string
  /** Where it is not that of the record itself: of one among several that make an article together. */
  readonly line?: number
}

/** A record of the file as the sink wants it. */
export interface Mapped<Draft> {
  /** The record's own name: stays the same from file to file. */
  readonly key: string
  /** Null when a complaint is an error. */
  readonly draft: Draft | null
  /** Names of what the record is about, where two records of it in one file contradict each other. */
  readonly twins?: readonly string[]
  /** Records of the file that the draft is made of, where some of several were left out. */
  readonly records?: number
  readonly complaints: readonly Complaint[]
}

/** Says how a record of one format becomes a draft. Pure, so that a dry run can tell everything about the file itself. */
export type Mapping<Draft> = (record: unknown) => Mapped<Draft>

export const error = (code: string, message: string): Complaint => ({ level: "error", code, message })
export const warning = (code: string, message: string): Complaint => ({ level: "warning", code, message })
