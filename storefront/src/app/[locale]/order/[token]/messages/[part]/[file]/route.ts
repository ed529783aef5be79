import { messageFile } from "@/server/order-care"

interface Context {
  params: Promise<{ token: string; part: string; file: string }>
}

/** A file of a conversation, for whoever holds the order's token. Handed over as a download, never shown in the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token, part, file } = await params
  try {
    const { name, mime, data } = await messageFile(decodeURIComponent(token), decodeURIComponent(part), file)
    return new Response(Buffer.from(data, "base64"), {
      headers: {
        "content-type": mime,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "private, no-store",
        "referrer-policy": "no-referrer",
      },
    })
  } catch {
    return new Response(null, { status: 404 })
  }
}
