import { badInput, type GraphqlContext, notFound } from "@gondola/kit"
import { deskOf } from "../desk/desk"
import { disposeBag } from "../disposition/dispose-bag"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { assertDisposition, type Disposition } from "../state/disposition"
import { isSettled } from "../state/machine"
import { type FullReturn, readShopReturn } from "./read-return"

/**
 * Decides where a bag goes and moves its stock. Calling again with the same decision changes nothing.
 * @throws NOT_FOUND | DISPOSITION_NOT_ALLOWED | WRONG_STATE
 */
export async function disposeReturnLine(
  context: GraphqlContext,
  lineId: string,
  disposition: Disposition,
  derogationCode: string | null,
): Promise<FullReturn> {
  const desk = await deskOf(context)
  if (derogationCode && derogationCode.length > 50) throw badInput("A derogation code has at most 50 characters")
  const service = storeReturnsOf(context.scope)
  const [line] = await service.listStoreReturnLines({ id: lineId })
  if (!line) throw notFound("This return line")
  const row = await readShopReturn(context.scope, desk.shop.id, line.store_return_id)
  if (!isSettled(row.state)) throw storeReturnError("WRONG_STATE", "Goods are moved once their refund is settled")
  const unit = {
    sellerId: line.seller_id,
    grade: line.grade,
    categoryHandles: line.category_handles as unknown as string[],
  }
  assertDisposition(unit, disposition, derogationCode)
  if (!(await service.decideDisposition(lineId, disposition)))
    throw storeReturnError("DISPOSITION_NOT_ALLOWED", "Another decision was taken for this bag already")
  await disposeBag(context.scope, lineId, { id: desk.staff.id, role: desk.staff.role, derogationCode })
  return readShopReturn(context.scope, desk.shop.id, row.id)
}
