import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import type { Campaign } from "./campaigns"
import { PauseMutation, ResumeMutation } from "./campaigns"

export function CampaignSwitch({ campaign }: { campaign: Pick<Campaign, "id" | "name" | "state"> }) {
  const { t } = useTranslation()
  const pause = useRoomMutation(PauseMutation, { said: t("brand.paused") })
  const resume = useRoomMutation(ResumeMutation, { said: t("brand.resumed") })
  if (campaign.state !== "ACTIVE" && campaign.state !== "PAUSED") return null
  const active = campaign.state === "ACTIVE"
  const change = active ? pause : resume
  const label = t(active ? "brand.pause" : "brand.resume")
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={change.isPending}
      aria-label={`${label} ${campaign.name}`}
      onClick={() => change.mutate({ id: campaign.id })}
    >
      {label}
    </Button>
  )
}
