import { createServer } from "node:net";
import { RawServer } from "../support/raw-server";

/** Ways in which an array can fail to respond. */
export const FAILURES = ["dead", "hanging", "trickling"] as const;
export type Failure = (typeof FAILURES)[number];

/** Something at an address that is no array any more. */
export interface FailingArray {
  readonly url: string;
  close(): Promise<void>;
}

/** A port where nobody listens, a server that accepts and says nothing, or one that sends a byte now and then. */
export async function failingArray(failure: Failure, byteEveryMs: number): Promise<FailingArray> {
  if (failure === "dead") {
    return { url: `http://127.0.0.1:${await freePort()}`, close: async () => undefined };
  }
  const server = await RawServer.start();
  server.respond(() =>
    failure === "hanging" ? { chunks: [], end: "hang" } : { chunks: slowly(), pauseMs: byteEveryMs, end: "hang" },
  );
  return server;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === "object" ? (address?.port ?? 9) : 9;
}

/** The beginning of a response that is in order, and never ends. */
function* slowly(): Generator<Buffer> {
  yield Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
  for (;;) {
    yield Buffer.from(" ");
  }
}
