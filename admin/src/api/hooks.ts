import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { UseMutationResult, UseQueryResult } from "@tanstack/react-query"
import type { DocumentNode } from "graphql"
import { useTranslation } from "react-i18next"
import { operationName, request } from "./client"
import { desk } from "./desk"
import { isCode, messageOf } from "./errors"
import type { Document } from "./graphql"
import { notify } from "../ui/notify"
import { useRoom } from "./room"
import type { Room } from "./session"
import { session } from "./session"

/** One request in the name of a room; a refused token ends that room's sign-in, and the gate asks for a new one. */
export async function roomRequest<R, V>(
  room: Room,
  document: Document<R, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<R> {
  const clerk = room === "SHOP" ? desk.pass() : undefined
  const headers = clerk ? { "x-desk-session": clerk.token } : undefined
  try {
    return await request(document, variables, { token: session.pass(room)?.token, headers, signal })
  } catch (error) {
    if (isCode(error, "NOT_SIGNED_IN")) session.drop(room)
    if (isCode(error, "DESK_LOCKED")) desk.lock()
    throw error
  }
}

interface QueryOptions<R> {
  enabled?: boolean
  refetchInterval?: number | ((data: R | undefined) => number | false)
}

export function useRoomQuery<R, V>(
  document: Document<R, V>,
  variables: V,
  options: QueryOptions<R> = {},
): UseQueryResult<R> {
  const room = useRoom()
  const { refetchInterval, enabled } = options
  return useQuery<R>({
    queryKey: [room, operationName(document as DocumentNode), variables],
    queryFn: ({ signal }) => roomRequest(room, document, variables, signal),
    enabled,
    refetchInterval:
      typeof refetchInterval === "function"
        ? (query) => refetchInterval(query.state.data as R | undefined)
        : refetchInterval,
    placeholderData: keepPreviousData as never,
  })
}

interface MutationOptions<R> {
  done?: (result: R) => void
  /** A sentence for the toast after success. */
  said?: string
  /** Forms that show the error themselves say true. */
  quiet?: boolean
}

/** After a change everything the room has on screen is asked again: the server alone knows what moved. */
export function useRoomMutation<R, V>(
  document: Document<R, V>,
  options: MutationOptions<R> = {},
): UseMutationResult<R, unknown, V> {
  const room = useRoom()
  const queryClient = useQueryClient()
  const { t } = useTranslation()
  return useMutation<R, unknown, V>({
    mutationFn: (variables) => roomRequest(room, document, variables),
    onSuccess: async (result) => {
      if (options.said) notify.done(options.said)
      options.done?.(result)
      await queryClient.invalidateQueries({ queryKey: [room] })
    },
    onError: (error) => {
      if (!options.quiet) notify.failed(t("errors.title"), messageOf(error, t))
    },
  })
}
