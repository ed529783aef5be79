import type { ReactNode } from "react"
import { useEffect } from "react"
import { desk, useDeskPass } from "../../../api/desk"
import { PinPad } from "./PinPad"

/** Whose hands are at the desk: the pad until a PIN opened it, and again when its time is over. */
export function PinGate({ children, fallback }: { children: ReactNode; fallback: (pad: ReactNode) => ReactNode }) {
  const pass = useDeskPass()
  const expiresAt = pass?.expiresAt
  useEffect(() => {
    if (!expiresAt) return
    const timer = setTimeout(desk.lock, Math.max(0, Date.parse(expiresAt) - Date.now()))
    return () => clearTimeout(timer)
  }, [expiresAt])
  if (!pass) return <>{fallback(<PinPad />)}</>
  return <>{children}</>
}
