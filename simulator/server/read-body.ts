import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** The request's body as text, whatever its content type. */
export function readBody(request: IncomingMessage): Promise<string> {
  return text(request);
}
