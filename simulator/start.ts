import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { isIPv6 } from "node:net";
import { readAccounts } from "./access/read-accounts";
import { makeCertificate } from "./certificate";
import { fixtureReader, readFixture } from "./collections/fixture";
import type { Simulation } from "./control/control";
import { RequestLog } from "./control/request-log";
import { Faults } from "./faults/faults";
import { InputError } from "./input/reader";
import { type IscsiPort, listenIscsi } from "./iscsi/listen";
import { LiveLogins } from "./iscsi/live-logins";
import type { SimulatorOptions } from "./options";
import { listen } from "./server/listen";
import { CONTROL_ROOT } from "./server/serve-control";
import { AuditLog } from "./state/audit-log";
import { Clock } from "./state/clock";
import { Jobs } from "./state/jobs";
import { freshSettings } from "./state/settings";
import type { SimulatedCluster } from "./state/simulated-cluster";
import type { Store } from "./state/store";
import type { OntapVersion } from "./state/version";
import { defaultVersion, parseVersion } from "./state/version";
import { isRecord, parseJson, type WireRecord } from "./wire/json";

/** A simulator that runs. */
export interface Simulator {
  /** The array's URL for clients, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** The control plane: `<url>/simulator`, no authentication, this machine only. */
  readonly controlUrl: string;
  readonly username: string;
  readonly password: string;
  /** PEM text of the authority to trust; only with `tls`. */
  readonly caCertificate?: string;
  /** Where initiators log in; only with `iscsiPort`. */
  readonly iscsi?: { readonly host: string; readonly port: number };
  /** Ends every connection and stops the simulator. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a simulated ONTAP cluster with its state in memory.
 *
 * @example
 * const simulator = await startSimulator({ fixture: { svms: [{ name: "svm1" }] } });
 * await simulator.close();
 * @throws InputError naming the option, or the place in the fixture, that cannot be used.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = "127.0.0.1", port = 0, tls = false, username = "admin", latencyMs = 0, log = () => {} } = options;
  if (username.includes(":")) {
    throw new InputError(`username "${username}" must not hold a colon`);
  }
  const password = options.password ?? randomBytes(12).toString("base64url");
  const clock = new Clock();
  const fixture = typeof options.fixture === "string" ? readFile(options.fixture) : (options.fixture ?? {});
  const store = readStore(fixture, options.ontapVersion);
  const fresh = freshSettings(latencyMs);
  const settings = { ...fresh, ...readAccounts(fixtureReader(fixture), fresh, store.version) };
  const cluster: SimulatedCluster = {
    store,
    settings,
    owner: { name: username, password, role: "admin" },
    clock,
    jobs: new Jobs(clock),
    auditLog: new AuditLog(clock, settings),
  };
  const certificate = tls ? makeCertificate(host) : undefined;
  const simulation = { cluster, log: new RequestLog(clock), faults: new Faults(), live: new LiveLogins(), certificate };
  const server = await listen(simulation, { host, port }, log);
  const iscsi = await openIscsi(simulation, options, log).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const url = `${tls ? "https" : "http"}://${urlHost(host)}:${server.port}`;
  return {
    url,
    controlUrl: `${url}/${CONTROL_ROOT}`,
    username,
    password,
    ...(certificate && { caCertificate: certificate.caCertificate }),
    ...(iscsi && { iscsi: { host: reachableHost(host), port: iscsi.port } }),
    close: async () => {
      await Promise.all([server.close(), iscsi?.close()]);
    },
  };
}

async function openIscsi(
  { cluster, live }: Simulation,
  { host = "127.0.0.1", iscsiPort: port }: SimulatorOptions,
  log: (line: string) => void,
): Promise<IscsiPort | undefined> {
  return port === undefined ? undefined : listenIscsi(cluster, live, { host, port }, log);
}

/** The host as a client on this machine reaches it; a wildcard address is not a destination. */
function reachableHost(host: string): string {
  return host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
}

/** The same as a part of a URL. */
function urlHost(host: string): string {
  const reachable = reachableHost(host);
  return isIPv6(reachable) ? `[${reachable}]` : reachable;
}

function readStore(fixture: WireRecord, ontapVersion: string | undefined): Store {
  const store = readFixture(fixture, defaultVersion);
  if (ontapVersion !== undefined) {
    store.version = readVersion(ontapVersion);
  }
  return store;
}

function readVersion(text: string): OntapVersion {
  const version = parseVersion(text);
  if (version === undefined) {
    throw new InputError(`ontapVersion "${text}" is no release such as 9.16.1`);
  }
  return version;
}

function readFile(path: string): WireRecord {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`fixture ${path} cannot be read`, { cause: error });
  }
  const value = parseJson(text);
  if (!isRecord(value)) {
    throw new InputError(`fixture ${path} is not a JSON object`);
  }
  return value;
}
