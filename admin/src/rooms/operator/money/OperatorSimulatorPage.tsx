import { useRoomQuery } from "../../../api/hooks"
import { SimulatorPage } from "../../../simulator/SimulatorPage"
import { SellerNamesQuery } from "../rules"

export function OperatorSimulatorPage() {
  const sellers = useRoomQuery(SellerNamesQuery, {})
  return <SimulatorPage sellers={sellers.data?.sellers.items ?? []} />
}
