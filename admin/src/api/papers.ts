import { apiUrl } from "./config"
import { ApiError, UNREACHABLE } from "./errors"
import { session } from "./session"
import type { Room } from "./session"

const bearer = (room: Room): Record<string, string> => ({ authorization: `Bearer ${session.pass(room)?.token ?? ""}` })

async function refused(response: Response): Promise<ApiError> {
  const told = (await response.json().catch(() => ({}))) as { code?: string; message?: string }
  return new ApiError(told.code ?? "UNKNOWN", told.message ?? "")
}

async function call(url: string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options).catch(() => {
    throw new ApiError(UNREACHABLE, "the server did not answer")
  })
  if (!response.ok) throw await refused(response)
  return response
}

/** Sends one file for one line of the checklist; the body is the file itself. @throws ApiError */
export async function sendPaper(requirement: string, file: File, expiresOn: string): Promise<void> {
  const address = new URLSearchParams({ requirement, name: file.name, expires: expiresOn })
  await call(`${apiUrl()}/portal/seller-documents?${address.toString()}`, {
    method: "POST",
    headers: { ...bearer("SELLER"), "content-type": "application/octet-stream" },
    body: file,
  })
}

/** A paper is private: it comes with the room's token and is handed to the browser as a file. @throws ApiError */
export async function openPaper(room: Room, id: string, name: string): Promise<void> {
  const response = await call(`${apiUrl()}/portal/seller-documents/${id}`, { headers: bearer(room) })
  const link = document.createElement("a")
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
