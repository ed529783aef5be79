import { Button, DropdownMenu } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import { useConfirm } from "../../ui/useConfirm"
import { dispositionsOf } from "./dispositions"
import type { Disposition } from "./dispositions"
import type { CustodyUnit } from "./returns"
import { DisposeMutation } from "./returns"

/** Where the goods go from quarantine; recycling cannot be taken back, so it asks. */
export function Dispose({ unit }: { unit: CustodyUnit }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const dispose = useRoomMutation(DisposeMutation, { said: t("shop.disposed") })
  const decide = async (disposition: Disposition): Promise<void> => {
    const sure =
      disposition !== "RECYCLE" ||
      (await confirm({
        title: t("shop.recycleTitle"),
        description: `${unit.bagCode} · ${unit.title}`,
        confirm: t("dispositions.RECYCLE"),
      }))
    if (sure) dispose.mutate({ returnLineId: unit.returnLineId, disposition })
  }
  return (
    <DropdownMenu modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button
          size="small"
          variant="secondary"
          isLoading={dispose.isPending}
          aria-label={`${t("shop.decide")} ${unit.bagCode}`}
        >
          {t("shop.decide")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {dispositionsOf(unit).map((disposition) => (
          <DropdownMenu.Item key={disposition} className="min-h-10" onSelect={() => void decide(disposition)}>
            {t(`dispositions.${disposition}`)}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
