import type { Letters } from "../notifications/letter"

export const RESET_MINUTES = 15

export const resetLetter = (url: { readonly fr: string; readonly en: string }): Letters => ({
  fr: {
    subject: "Choisir un nouveau mot de passe",
    paragraphs: [
      "Vous avez demandé un nouveau mot de passe. Le lien ci-dessous sert une seule fois.",
      `Il est valable ${RESET_MINUTES} minutes. Si vous n'avez rien demandé, ne faites rien : votre mot de passe reste le même.`,
    ],
    action: { label: "Choisir un mot de passe", url: url.fr },
  },
  en: {
    subject: "Choose a new password",
    paragraphs: [
      "You asked for a new password. The link below serves once.",
      `It holds for ${RESET_MINUTES} minutes. If you asked for nothing, do nothing: your password stays as it is.`,
    ],
    action: { label: "Choose a password", url: url.en },
  },
})

/** Whoever did not do it learns of it at once. */
export const changedLetter = (): Letters => ({
  fr: {
    subject: "Votre mot de passe a été changé",
    paragraphs: [
      "Votre mot de passe vient d'être changé par le lien que nous vous avons envoyé. Toutes les sessions ouvertes sont fermées.",
      "Si ce n'était pas vous, demandez tout de suite un nouveau mot de passe et écrivez-nous.",
    ],
  },
  en: {
    subject: "Your password was changed",
    paragraphs: [
      "Your password has just been changed with the link that we sent you. Every open session is closed.",
      "If this was not you, ask for a new password at once and write to us.",
    ],
  },
})
