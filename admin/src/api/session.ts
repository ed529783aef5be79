import { useSyncExternalStore } from "react"
import type { ResultOf } from "./graphql"
import { graphql } from "./graphql"

export const SignInMutation = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      rooms {
        room
        token
        personName
        organisation
      }
    }
  }
`)

export type RoomPass = ResultOf<typeof SignInMutation>["signIn"]["rooms"][number]
export type Room = RoomPass["room"]

const KEY = "gondola.passes"
const listeners = new Set<() => void>()
let passes: readonly RoomPass[] = read()

function read(): readonly RoomPass[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as RoomPass[]
  } catch {
    return []
  }
}

function write(next: readonly RoomPass[]): void {
  passes = next
  sessionStorage.setItem(KEY, JSON.stringify(next))
  listeners.forEach((listener) => listener())
}

/** The rooms opened by the sign-in; they end with the browser's tab. */
export const session = {
  passes: (): readonly RoomPass[] => passes,
  pass: (room: Room): RoomPass | undefined => passes.find((pass) => pass.room === room),
  open: write,
  /** A token that the server no longer takes: the other rooms stay open. */
  drop: (room: Room): void => write(passes.filter((pass) => pass.room !== room)),
  close: (): void => write([]),
}

export const usePasses = (): readonly RoomPass[] =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, session.passes)
