/** Midnight of 1 January 1980, the first instant a zip can hold: its time, then its date. */
const FIRST_INSTANT = 0x00_21_00_00;

const END_LENGTH = 22;
const [CENTRAL_LENGTH, CENTRAL_TIME, LOCAL_TIME] = [46, 12, 10];

/**
 * Takes the clock's time out of a zip, in place, so that the same content gives the same bytes.
 *
 * @param zip without a comment at its end, and below 4 GB
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16
 */
export function timeless(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_LENGTH;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    view.setUint32(at + CENTRAL_TIME, FIRST_INSTANT, true);
    view.setUint32(view.getUint32(at + 42, true) + LOCAL_TIME, FIRST_INSTANT, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += CENTRAL_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
}
