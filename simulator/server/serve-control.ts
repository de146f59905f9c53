import type { IncomingMessage, ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import ipaddr from "ipaddr.js";
import type { ControlReply, Simulation } from "../control/control";
import { controls } from "../control/controls";
import { InputError } from "../input/reader";
import { isRecord, parseJson, type WireRecord } from "../wire/json";

/** Where the control plane lives: outside `/api`, so that it can never be mistaken for ONTAP. */
export const CONTROL_ROOT = "simulator";

/** Serves one call to the control plane, from this machine only. */
export async function serveControl(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await readText(request);
  const { status = 200, body } = answerControl(simulation, request, text);
  const content = Buffer.from(`${JSON.stringify(body)}\n`);
  response.writeHead(status, { "Content-Type": "application/json", "Content-Length": content.length });
  response.end(content);
}

function answerControl(simulation: Simulation, request: IncomingMessage, text: string): ControlReply {
  if (!fromThisMachine(request)) {
    return refusal(403, "the control plane answers this machine only");
  }
  const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://localhost");
  const path = pathname.slice(CONTROL_ROOT.length + 1).replace(/\/$/, "");
  const methods = Object.hasOwn(controls, path) ? controls[path] : undefined;
  if (methods === undefined) {
    return refusal(404, `there is no ${path || "/"}; known paths are ${Object.keys(controls).join(", ")}`);
  }
  const method = request.method ?? "GET";
  const control = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (control === undefined) {
    return refusal(405, `${path} takes ${Object.keys(methods).join(", ")}`);
  }
  try {
    const reply = control({ ...simulation, query, body: readObject(text) });
    simulation.live.cutEnded(simulation.cluster.store);
    return reply;
  } catch (error) {
    if (error instanceof InputError) {
      return refusal(400, error.message);
    }
    throw error;
  }
}

function readObject(text: string): WireRecord {
  if (text.trim() === "") {
    return {};
  }
  const value = parseJson(text);
  if (!isRecord(value)) {
    throw new InputError("the body must be a JSON object");
  }
  return value;
}

function refusal(status: number, error: string): ControlReply {
  return { status, body: { error } };
}

function fromThisMachine(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress;
  return address !== undefined && ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
