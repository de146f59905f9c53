import type { Simulator } from "../simulator";
import { askControlPlane, controlPlane } from "./control-plane";

/** A request as the simulator's log has it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** Raw, without the question mark. */
  readonly query: string;
  readonly status: number;
  /** ISO 8601. */
  readonly at: string;
}

/** How an initiator introduces itself; at the first interface of `svm1` unless it says where. */
export interface Login {
  readonly svm?: string;
  readonly interface?: string;
  readonly initiator: string;
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
  /** The pair by which it wants the array to prove itself. */
  readonly outbound?: { readonly user: string; readonly password: string };
}

/** The probe that a preview or an `up` with a planned change begins with, by its path and query. */
const PROBE = "/api/protocols/san/iscsi/services?fields=svm.name,svm.uuid";

/** True for the probe of a preview, which tests of other requests leave out of their count. */
export function isProbe({ method, path, query }: Pick<LoggedRequest, "method" | "path" | "query">): boolean {
  return method === "GET" && `${path}?${query}` === PROBE;
}

/** Where the collections are that this package is about, as short requests leave it out. */
const COMMON_PATH = /^\/api\/(protocols\/san(\/iscsi)?|svm)\//;

/** A simulated array with what a test does to it and asks of it. Harnesses extend it by what talks to the array. */
export class TestArray {
  constructor(readonly simulator: Simulator) {}

  get url(): string {
    return this.simulator.url;
  }

  get username(): string {
    return this.simulator.username;
  }

  get password(): string {
    return this.simulator.password;
  }

  /** Speaks to the control plane; throws where that refuses. */
  control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer> {
    const { controlUrl, caCertificate } = this.simulator;
    return controlPlane(controlUrl, method, path, body, caCertificate);
  }

  /** What was sent to the array since the last call, in the order of arrival, without probes. */
  async requests(): Promise<readonly LoggedRequest[]> {
    return (await this.everyRequest()).filter((request) => !isProbe(request));
  }

  /** The probes among what was sent since the last call. */
  async probes(): Promise<readonly LoggedRequest[]> {
    return (await this.everyRequest()).filter(isProbe);
  }

  /** What was sent since the last call, probes and all. */
  async everyRequest(): Promise<readonly LoggedRequest[]> {
    const requests = await this.control<readonly LoggedRequest[]>("GET", "/requests");
    await this.control("DELETE", "/requests");
    return requests;
  }

  /**
   * The same in short: `PATCH services`, `GET sessions`.
   *
   * @param of `objects` tells a list from one object: `GET services`, `PATCH services/<uuid>`
   */
  async calls(of: "collections" | "objects" = "collections"): Promise<readonly string[]> {
    const ofKey = of === "collections" ? /\/.*$/ : /$/;
    return (await this.requests()).map(
      ({ method, path }) => `${method} ${path.replace(COMMON_PATH, "").replace(ofKey, "")}`,
    );
  }

  /**
   * Changes the array behind everybody's back, by its REST API; not logged.
   *
   * @param path from `/api` on, or below `/api/protocols/san/iscsi` where it begins without a slash
   */
  async byHand(method: string, path: string, body?: unknown): Promise<void> {
    const authorization = Buffer.from(`${this.username}:${this.password}`).toString("base64");
    const below = path.startsWith("/") ? path : `/api/protocols/san/iscsi/${path}`;
    const response = await fetch(`${this.url}${below}`, {
      method,
      headers: { Authorization: `Basic ${authorization}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    await this.requests();
  }

  /** The HTTP status of a login: 201 where the array lets the initiator in, 403 where it does not. */
  async tryLogIn(login: Login): Promise<number> {
    const { controlUrl, caCertificate } = this.simulator;
    const body = { svm: "svm1", interface: "iscsi_lif1", ...login };
    return (await askControlPlane(controlUrl, "POST", "/sessions", body, caCertificate)).status;
  }

  /** An initiator logs in; fails the test where the array refuses it. */
  logIn(login: Login): Promise<{ tsih: number }> {
    return this.control("POST", "/sessions", { svm: "svm1", interface: "iscsi_lif1", ...login });
  }

  /** Every session ends. */
  async logOut(): Promise<void> {
    await this.control("DELETE", "/sessions");
  }

  /** Ends the array. */
  close(): Promise<void> {
    return this.simulator.close();
  }
}
