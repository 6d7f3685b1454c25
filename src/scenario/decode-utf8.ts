/** The encoding standard's decoder, which Node and every browser have, but the portable layers' types do not know. */
interface Utf8Decoder {
  decode(bytes: Uint8Array): string;
}

const { TextDecoder } = globalThis as unknown as {
  TextDecoder: new (encoding: 'utf-8', options: { readonly fatal: true }) => Utf8Decoder;
};

/** The text that bytes spell; null where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
