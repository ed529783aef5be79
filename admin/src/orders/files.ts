export interface FileDraft {
  name: string
  data: string
  size: number
}

export const MOST_FILES = 3
export const MOST_BYTES = 2_000_000

/** Base64 without the head of the data URL, as the server takes it. */
export const readFile = (file: File): Promise<FileDraft> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"))
    reader.onload = () => {
      const url = String(reader.result)
      resolve({ name: file.name, data: url.slice(url.indexOf(",") + 1), size: file.size })
    }
    reader.readAsDataURL(file)
  })

/** Hands a file over to the browser: shown where it can be, kept otherwise. */
export function openFile(file: { name: string; mime: string; data: string }): void {
  const bytes = Uint8Array.from(atob(file.data), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mime }))
  const link = document.createElement("a")
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
