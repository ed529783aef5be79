import { documentFile } from "@/server/order"

interface Context {
  params: Promise<{ locale: string; token: string; id: string }>
}

/** An invoice or credit note, for whoever holds the order's token. Handed over as a download, never shown in the page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token, id } = await params
  try {
    const { name, mime, data } = await documentFile(decodeURIComponent(token), id, locale === "en" ? "en" : "fr")
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
