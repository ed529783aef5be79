import { createContext, useContext } from "react"
import type { Room } from "./session"

export const RoomContext = createContext<Room>("SELLER")

/** The room the page stands in: it decides whose token is sent. */
export const useRoom = (): Room => useContext(RoomContext)
