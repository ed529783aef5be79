import { apiUrl } from "./config"
import { ApiError, UNREACHABLE } from "./errors"
import type { Room } from "./session"
import { session } from "./session"

/** The most that a file may weigh; the server says the same. */
export const MOST_UPLOAD_BYTES = 64 * 1024 * 1024

/** Sends a file as it is, without loading it into memory. @throws ApiError */
export function sendFile(
  room: Room,
  path: string,
  { file, onProgress }: { file: File; onProgress: (share: number) => void },
): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    // fetch() tells nothing of how far an upload is.
    const request = new XMLHttpRequest()
    request.open("POST", `${apiUrl()}${path}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader("authorization", `Bearer ${session.pass(room)?.token ?? ""}`)
    request.setRequestHeader("content-type", "application/octet-stream")
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new ApiError(UNREACHABLE, "the server did not answer"))
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status === 201 && answer.id) resolve({ id: answer.id })
      else reject(new ApiError(answer.code ?? "UNKNOWN", answer.message ?? request.statusText))
    }
    request.send(file)
  })
}

/** Fetches a file with the room's sign-in and hands it to the browser. @throws ApiError */
export async function fetchFile(room: Room, path: string, name: string): Promise<void> {
  const response = await fetch(`${apiUrl()}${path}`, {
    headers: { authorization: `Bearer ${session.pass(room)?.token ?? ""}` },
  }).catch(() => {
    throw new ApiError(UNREACHABLE, "the server did not answer")
  })
  if (!response.ok) {
    const answer = parsed(await response.text())
    throw new ApiError(answer.code ?? "UNKNOWN", answer.message ?? response.statusText)
  }
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

function parsed(text: string): { id?: string; code?: string; message?: string } {
  try {
    return JSON.parse(text) as { id?: string; code?: string; message?: string }
  } catch {
    return {}
  }
}
