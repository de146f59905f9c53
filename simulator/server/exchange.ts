import type { IncomingHttpHeaders } from "node:http";
import type { Reply } from "../wire/reply";
import type { World } from "../world";

/** An `/api` request with its body read, before anything is made of it. */
export interface Exchange {
  readonly world: World;
  readonly method: string;
  /** As the client sent it, without the query. */
  readonly path: string;
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Most records on a page. */
  readonly maxPage: number;
}

/** How an exchange ends: with a reply, whole or cut in half, or with the connection gone. */
export type Outcome =
  | { readonly reply: Reply; readonly half?: true }
  /** `close` in order, `destroy` at once, `reset` with a TCP reset. */
  | { readonly connection: "close" | "destroy" | "reset" };

/** True unless the client asked for plain JSON. */
export function wantsHal(headers: IncomingHttpHeaders): boolean {
  const accept = headers.accept ?? "*/*";
  return accept.includes("application/hal+json") || !accept.includes("application/json");
}
