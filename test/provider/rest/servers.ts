import { type ConnectionOptions, connect, type OntapClient } from "../../../provider/rest";
import { type Answer, type SeenRequest, serve, type TinyServer } from "./tiny-server";

const open: TinyServer[] = [];

/** A server that answers so, and a client of it. */
export async function against(
  answer: (request: SeenRequest, number: number) => Answer | Promise<Answer>,
  options: Partial<ConnectionOptions> = {},
): Promise<{ ontap: OntapClient; server: TinyServer }> {
  const server = await serve(answer);
  open.push(server);
  return { server, ontap: connect({ host: server.url, username: "admin", password: "correct-horse", ...options }) };
}

/** For `afterEach`. */
export async function closeServers(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}

/** The error that a promise ends with; fails the test where it ends well. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("it was expected to fail");
    },
    (error: unknown) => error,
  );
}
