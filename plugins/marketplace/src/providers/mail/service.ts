import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import type { ProviderSendNotificationDTO, ProviderSendNotificationResultsDTO } from "@medusajs/framework/types"
import { createTransport, type Transporter } from "nodemailer"

export interface MailOptions {
  /** smtp:// or smtps://, with user and password in it; absent: nothing leaves this machine. */
  readonly smtpUrl?: string
  readonly from?: string
}

/** What `send` answers for a mail that stays here. */
export const KEPT = "kept"

const NOT_LONGER_THAN = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

interface SmtpProblem {
  readonly responseCode?: number
  readonly code?: string
  readonly message?: string
}

export default class MailProvider extends AbstractNotificationProviderService {
  static override identifier = "gondola-mail"
  private readonly transport: Transporter | null

  constructor(
    _cradle: object,
    private readonly options: MailOptions,
  ) {
    super()
    const { smtpUrl } = options
    this.transport = smtpUrl
      ? createTransport({ url: smtpUrl, pool: true, maxConnections: 3, ...NOT_LONGER_THAN })
      : null
  }

  /** @throws Error «SMTP 550 …» when a server answered, «SMTP ETIMEDOUT …» when none did */
  override async send(notification: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    if (!this.transport) return { id: KEPT }
    const { subject, html, text } = notification.content ?? {}
    const { messageId } = (notification.data ?? {}) as { messageId?: string }
    try {
      const sent = (await this.transport.sendMail({
        from: notification.from?.trim() || this.options.from,
        to: notification.to,
        subject,
        html,
        text,
        // The same mail tried again after a crash has the same id: receiving systems fold the two.
        ...(messageId ? { messageId } : {}),
        headers: { "auto-submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      })) as { messageId: string }
      return { id: sent.messageId }
    } catch (error) {
      const { responseCode, code, message } = error as SmtpProblem
      throw new Error(`SMTP ${responseCode ?? code ?? "failure"}: ${String(message).slice(0, 300)}`)
    }
  }
}
