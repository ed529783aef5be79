import { useSyncExternalStore } from "react"

export interface DeskPass {
  token: string
  expiresAt: string
  clerkName: string
  role: string
}

const KEY = "gondola.desk"
const listeners = new Set<() => void>()
let pass: DeskPass | undefined = read()

function read(): DeskPass | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") ?? undefined
  } catch {
    return undefined
  }
}

/** The clerk's PIN session on this device: short, and apart from the shop's sign-in. */
export const desk = {
  pass: (): DeskPass | undefined => pass,
  unlock: (next: DeskPass): void => set(next),
  lock: (): void => set(undefined),
}

function set(next: DeskPass | undefined): void {
  pass = next
  if (next) sessionStorage.setItem(KEY, JSON.stringify(next))
  else sessionStorage.removeItem(KEY)
  listeners.forEach((listener) => listener())
}

export const useDeskPass = (): DeskPass | undefined =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, desk.pass)
