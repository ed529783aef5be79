import { badInput } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { checkedPaper, tidyFileName } from "../sellers/file-check"

export interface MessageFileDraft {
  readonly name: string
  /** Standard base64, without the head of a data URL. */
  readonly data: string
}

export interface CheckedFile {
  readonly name: string
  readonly mime: string
  readonly bytes: Buffer
}

export const MOST_FILES = 3
/** Together: a request carries three million bytes, and base64 needs four for three. */
export const MOST_BYTES = 2_000_000

/** @throws BAD_INPUT | BAD_FILE | FILE_TOO_LARGE */
export async function checkedFiles(drafts: readonly MessageFileDraft[]): Promise<CheckedFile[]> {
  if (drafts.length > MOST_FILES) throw badInput(`At most ${MOST_FILES} files with a message`, { field: "files" })
  const files: CheckedFile[] = []
  for (const draft of drafts) {
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(draft.data)) throw badInput("A file is sent as base64", { field: "files" })
    const bytes = Buffer.from(draft.data, "base64")
    files.push({ name: tidyFileName(draft.name), mime: await checkedPaper(bytes), bytes })
  }
  if (files.reduce((a, file) => a + file.bytes.length, 0) > MOST_BYTES)
    throw marketplaceError("FILE_TOO_LARGE", "The files of a message have at most 2 MB together; make them smaller")
  return files
}
