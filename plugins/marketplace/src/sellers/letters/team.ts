import type { Letters } from "../../notifications/letter"
import type { Role } from "../roles"
import { both, longDay } from "./words"

const ROLE_NAMES: Readonly<Record<"fr" | "en", Readonly<Record<Role, string>>>> = {
  fr: {
    owner: "propriétaire",
    catalogue: "catalogue",
    orders: "commandes",
    finance: "finances",
    read_only: "lecture seule",
  },
  en: { owner: "owner", catalogue: "catalogue", orders: "orders", finance: "finance", read_only: "read only" },
}

export const invitationLetter = (shop: string, role: Role, path: string, until: Date): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Rejoignez l'équipe de «${shop}»`,
          paragraphs: [
            `Vous êtes invité à travailler pour ${shop} avec le rôle «${ROLE_NAMES.fr[role]}».`,
            `Le lien sert une fois et expire le ${longDay(until, "fr")}. Si vous n'attendiez pas cette invitation, ignorez ce message.`,
          ],
          action: { label: "Accepter l'invitation", url: path },
        }
      : {
          subject: `Join the team of “${shop}”`,
          paragraphs: [
            `You are invited to work for ${shop} in the role “${ROLE_NAMES.en[role]}”.`,
            `The link serves once and ends on ${longDay(until, "en")}. If you did not expect this invitation, ignore this message.`,
          ],
          action: { label: "Accept the invitation", url: path },
        },
  )

export const sellerInvitationLetter = (shop: string, path: string, until: Date): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: `Vendez chez nous : «${shop}» est invité`,
          paragraphs: [
            "Ouvrez votre compte avec ce lien, puis complétez votre dossier à votre rythme.",
            `Le lien sert une fois et expire le ${longDay(until, "fr")}.`,
          ],
          action: { label: "Ouvrir mon compte", url: path },
        }
      : {
          subject: `Sell with us: “${shop}” is invited`,
          paragraphs: [
            "Open your account with this link, then complete your file at your own pace.",
            `The link serves once and ends on ${longDay(until, "en")}.`,
          ],
          action: { label: "Open my account", url: path },
        },
  )
