/** How long a platform may take to begin with a file, and may then be silent, in milliseconds; a large one may take as long as it goes on. */
const PATIENCE = 10_000

/**
 * What stands at an address, as it comes.
 * @throws Error when that is not handed out, is a page for signing in, ends before its end, or goes on no more.
 */
export async function* download(address: string, headers: Record<string, string> = {}): AsyncGenerator<Uint8Array> {
  const stop = new AbortController()
  const patience = setTimeout(() => stop.abort(new Error('it was silent for too long')), PATIENCE)
  try {
    // Who may not have a file is led to a page for signing in.
    const response = await fetch(address, { headers, redirect: 'error', signal: stop.signal })
    if (!response.ok || !response.body || response.headers.get('content-type')?.startsWith('text/html'))
      throw new Error(`it was not handed out: ${response.status}`)
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      patience.refresh()
      yield piece
    }
  } finally {
    clearTimeout(patience)
    stop.abort()
  }
}
