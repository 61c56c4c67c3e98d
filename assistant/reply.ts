import { createHash } from "node:crypto";

/**
 * The id of the one reply that a message of the user's gets: made from that message's id (a UUIDv8, RFC 9562, section 5.8),
 * so that two requests with the same message meet at the same row, and the database lets one of them write it.
 */
export function replyTo(messageId: string): string {
  const bytes = createHash("sha256").update(`reply to ${messageId}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
