import { Toaster, TooltipProvider } from "@medusajs/ui"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import type { ComponentType } from "react"
import { lazy } from "react"
import { createBrowserRouter, Navigate, Route, RouterProvider, Routes } from "react-router-dom"
import { ApiError, UNREACHABLE } from "../api/errors"
import type { Room } from "../api/session"
import { usePasses } from "../api/session"
import { Broken } from "./Broken"
import { Gate } from "./Gate"
import { JoinPage } from "./JoinPage"
import { NewPasswordPage } from "./NewPasswordPage"
import { NotFound } from "./NotFound"
import { ROOMS, roomEntry } from "./rooms"
import { SignIn } from "./SignIn"

const PAGES: Record<Room, ComponentType> = {
  SELLER: lazy(() => import("../rooms/seller")),
  BRAND: lazy(() => import("../rooms/brand")),
  SHOP: lazy(() => import("../rooms/shop")),
  OPERATOR: lazy(() => import("../rooms/operator")),
}

const queryClient = new QueryClient({
  defaultOptions: {
    // A lost connection is told, not waited for in silence.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      // An answer that says no will say no again; only silence is worth another try.
      retry: (count, error) => count < 2 && error instanceof ApiError && error.code === UNREACHABLE,
    },
  },
})

function Start() {
  const [first] = usePasses()
  return <Navigate replace to={first ? roomEntry(first.room).path : "/sign-in"} />
}

function Pages() {
  return (
    <Routes>
      <Route path="/" element={<Start />} />
      <Route path="/join" element={<JoinPage />} />
      <Route path="/sign-in" element={<SignIn />} />
      <Route path="/new-password" element={<NewPasswordPage />} />
      {ROOMS.map(({ room, path }) => {
        const RoomPages = PAGES[room]
        return <Route key={room} path={`${path}/*`} element={<Gate room={room} pages={<RoomPages />} />} />
      })}
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

// A router of its own object, because only that one can hold back who leaves a page with unsaved changes.
const router = createBrowserRouter([{ path: "*", Component: Pages, ErrorBoundary: Broken }])

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <Toaster />
      </TooltipProvider>
    </QueryClientProvider>
  )
}
