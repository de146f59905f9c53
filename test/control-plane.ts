import { once } from "node:events";
import { request as overHttp } from "node:http";
import { request as overTls } from "node:https";
import { text } from "node:stream/consumers";

/** What a simulator's control plane answered. */
export interface ControlAnswer {
  readonly status: number;
  readonly text: string;
}

/** Speaks to a simulator's control plane, whatever it answers; with the authority to trust where that is HTTPS. */
export async function askControlPlane(
  controlUrl: string,
  method: string,
  path: string,
  body?: unknown,
  caCertificate?: string,
): Promise<ControlAnswer> {
  const start = controlUrl.startsWith("https:") ? overTls : overHttp;
  const trusted = caCertificate === undefined ? {} : { ca: caCertificate };
  // A connection of its own for each call, so that none is left when the simulator ends.
  const call = start(`${controlUrl}${path}`, { method, agent: false, ...trusted });
  call.end(body === undefined ? undefined : JSON.stringify(body));
  const [answer] = await once(call, "response");
  return { status: answer.statusCode, text: await text(answer) };
}

/** The same; throws with what it answered unless that is a success. */
export async function controlPlane<Answer>(
  controlUrl: string,
  method: string,
  path: string,
  body?: unknown,
  caCertificate?: string,
): Promise<Answer> {
  const answer = await askControlPlane(controlUrl, method, path, body, caCertificate);
  if (answer.status >= 300) {
    throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  }
  return JSON.parse(answer.text === "" ? "null" : answer.text);
}
