import type { ReactNode } from "react"
import { Suspense } from "react"
import { Navigate, useLocation } from "react-router-dom"
import { RoomContext } from "../api/room"
import type { Room } from "../api/session"
import { usePasses } from "../api/session"
import { LoadingLines } from "../ui/Feedback"
import { roomEntry } from "./rooms"
import { Shell } from "./Shell"

/** Lets in who holds the room's pass; everybody else signs in and comes back to the page. */
export function Gate({ room, pages }: { room: Room; pages: ReactNode }) {
  const passes = usePasses()
  const { pathname, search } = useLocation()
  const pass = passes.find((p) => p.room === room)
  if (!pass) return <Navigate replace to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} />
  return (
    <RoomContext.Provider value={room}>
      <Shell entry={roomEntry(room)} pass={pass}>
        <Suspense fallback={<LoadingLines />}>{pages}</Suspense>
      </Shell>
    </RoomContext.Provider>
  )
}
