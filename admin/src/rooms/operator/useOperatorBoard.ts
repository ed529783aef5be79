import { useRoomQuery } from "../../api/hooks"
import { OperatorBoardQuery } from "../../board/board"

export function useOperatorBoard(days: number) {
  const query = useRoomQuery(OperatorBoardQuery, { days })
  return { ...query, data: query.data?.operatorBoard }
}
