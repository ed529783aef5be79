import { useEffect, useState } from "react"
import { apiUrl } from "../../../api/config"

const PULSE_MS = 15_000

/** Whether the server can be reached: the browser's word, checked by a small question now and then. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const ask = async (): Promise<void> => {
      if (!navigator.onLine) return setOnline(false)
      const answered = await fetch(`${apiUrl()}/health`, { cache: "no-store", mode: "no-cors" }).then(
        () => true,
        () => false,
      )
      setOnline(answered)
    }
    const pulse = setInterval(() => void ask(), PULSE_MS)
    const now = (): void => void ask()
    addEventListener("online", now)
    addEventListener("offline", now)
    return () => {
      clearInterval(pulse)
      removeEventListener("online", now)
      removeEventListener("offline", now)
    }
  }, [])
  return online
}
