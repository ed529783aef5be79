import { useRoomQuery } from "../../api/hooks"
import { SellerBoardQuery } from "../../board/board"

export function useSellerBoard(days: number) {
  const query = useRoomQuery(SellerBoardQuery, { days })
  return { ...query, data: query.data?.sellerBoard }
}
