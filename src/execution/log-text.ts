import { TextDecoder } from 'node:util';

/** Encodings that a log may be in. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file that is no text. */
export class NotTextError extends Error {
  override readonly name = 'NotTextError';
}

/**
 * Decodes a file's bytes piece by piece. UTF-8 and UTF-16 are known by their byte order mark; without one, the first
 * piece with anything but ASCII decides: UTF-8 if it is, else GB18030, which holds GBK and GB2312.
 */
export class TextPieces {
  /** Null: not known yet; all so far is the same in UTF-8 and GB18030. */
  #encoding: Encoding | null;
  #decoder: TextDecoder | null = null;
  #pending: Uint8Array = new Uint8Array();
  #begun = false;

  /** @param encoding as told; null: as the bytes look */
  constructor(encoding: Encoding | null) {
    this.#encoding = encoding;
  }

  /** What it was taken for; nothing but ASCII is UTF-8. */
  get encoding(): Encoding {
    return this.#encoding ?? 'utf-8';
  }

  /**
   * The text of the next piece.
   *
   * @throws NotTextError if it holds what no text holds
   */
  next(piece: Uint8Array): string {
    // A mark may be cut in two by the first piece's end.
    const bytes = this.#pending.length === 0 ? piece : Buffer.concat([this.#pending, piece]);
    this.#pending = new Uint8Array();
    if (!this.#begun && bytes.length < 4) {
      this.#pending = bytes;
      return '';
    }
    this.#begin(bytes);
    return this.#checked(this.#decode(bytes));
  }

  /** The text that is left. */
  end(): string {
    const rest = this.#pending;
    this.#pending = new Uint8Array();
    this.#begin(rest);
    return this.#checked(this.#decode(rest) + (this.#decoder?.decode() ?? ''));
  }

  #begin(bytes: Uint8Array): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#encoding ??= markedEncoding(bytes);
    if (this.#encoding !== null) this.#decoder = new TextDecoder(this.#encoding);
  }

  #decode(bytes: Uint8Array): string {
    if (this.#decoder === null) {
      if (isAscii(bytes)) return Buffer.from(bytes).toString('latin1');
      this.#encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
      this.#decoder = new TextDecoder(this.#encoding);
    }
    return this.#decoder.decode(bytes, { stream: true });
  }

  #checked(text: string): string {
    if (text.includes('\0')) throw new NotTextError();
    return text;
  }
}

function markedEncoding([one, two, three]: Uint8Array): Encoding | null {
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8';
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  return null;
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) > 127) return false;
  return true;
}

/** Whether bytes are UTF-8; a character may be cut at their end. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
