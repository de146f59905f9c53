import { connectionsFrom } from "../../provider/connection";
import { functions } from "../../provider/functions";
import { connect, type OntapClient } from "../../provider/rest";
import { HOST, SVM1 } from "../../test/names";
import { INSTANT } from "./right-array";

/** Where a call goes, and with which login. */
export interface Target {
  readonly url: string;
  readonly password: string;
  /** Longest wait for one response, in milliseconds. */
  readonly timeoutMs: number;
}

/** What is asked of an array: `list`, `count` and `find` read a collection, `get` one object, `write` changes one. */
export interface Call {
  readonly name: string;
  readonly kind: "list" | "count" | "find" | "get" | "write";
  /** Leaves out records of the wrong shape instead of failing. */
  readonly isLenient?: true;
  run(target: Target): Promise<unknown>;
}

/** A call of the REST module. */
function ofClient(kind: Call["kind"], name: string, call: (client: OntapClient) => Promise<unknown>): Call {
  return { name, kind, run: (target) => call(clientOf(target)) };
}

/** A function of the provider plugin, which reads as the data functions of a program do. */
function ofFunction(kind: Call["kind"], name: string, args: Readonly<Record<string, unknown>>): Call {
  return {
    name,
    kind,
    async run({ url, password, timeoutMs }) {
      const configured = new Map(
        Object.entries({ host: url, username: "admin", password, timeoutMs: String(timeoutMs) }),
      );
      const connections = connectionsFrom((key) => configured.get(key), {}, new Map());
      return functions.get(name)?.call(connections, args);
    },
  };
}

function clientOf({ url, ...options }: Target): OntapClient {
  return connect({ host: url, username: "admin", ...options });
}

/** A password that goes with every write, so that an array can quote it. */
export function chapOf(password: string): { inbound: { user: string; password: string } } {
  return { inbound: { user: "host1", password: `chap-${password}` } };
}

const svm = { name: "svm1" };

/** What can be asked of an array: each kind of call of the REST module, and each of the plugin's functions. */
export const calls: readonly [Call, ...Call[]] = [
  ofClient("get", "cluster.get", ({ cluster }) => cluster.get()),
  ofClient("list", "licenses.list", ({ licenses }) => licenses.list()),
  ofClient("find", "svms.find", ({ svms }) => svms.find({ query: { name: "svm1" } })),
  ofClient("get", "svms.get", ({ svms }) => svms.get(SVM1)),
  ofClient("list", "iscsiServices.list", ({ iscsiServices }) => iscsiServices.list({ fields: ["*", "metric"] })),
  ofClient("get", "iscsiServices.get", ({ iscsiServices }) => iscsiServices.get(SVM1)),
  ofClient("count", "iscsiServices.count", ({ iscsiServices }) => iscsiServices.count()),
  ofClient("write", "iscsiServices.create", ({ iscsiServices }) => iscsiServices.create({ svm, enabled: true })),
  ofClient("write", "iscsiServices.update", ({ iscsiServices }) => iscsiServices.update(SVM1, { enabled: false })),
  ofClient("write", "iscsiServices.delete", ({ iscsiServices }) => iscsiServices.delete(SVM1)),
  ofClient("list", "iscsiCredentials.list", ({ iscsiCredentials }) => iscsiCredentials.list({ maxRecords: 50 })),
  {
    ...ofClient("list", "iscsiCredentials.iterate", async ({ iscsiCredentials }) => {
      const read: unknown[] = [];
      for await (const one of iscsiCredentials.iterate({ onMalformed: () => undefined })) {
        read.push(one);
      }
      return read;
    }),
    isLenient: true,
  },
  ofClient("find", "iscsiCredentials.find", ({ iscsiCredentials }) =>
    iscsiCredentials.find({ query: { initiator: HOST } }),
  ),
  ofClient("list", "iscsiSessions.list", ({ iscsiSessions }) => iscsiSessions.list({ query: { "svm.name": "svm1" } })),
  ofClient("get", "iscsiSessions.get", ({ iscsiSessions }) => iscsiSessions.get(SVM1, "iscsi_lif1", 10)),
  ofClient("list", "iscsiServiceMetrics.list", ({ iscsiServiceMetrics }) => iscsiServiceMetrics.list(SVM1)),
  ofClient("get", "iscsiServiceMetrics.get", ({ iscsiServiceMetrics }) => iscsiServiceMetrics.get(SVM1, INSTANT)),
  {
    name: "iscsiCredentials.create",
    kind: "write",
    run: (target) =>
      clientOf(target).iscsiCredentials.create({
        svm,
        initiator: HOST,
        authentication_type: "chap",
        chap: chapOf(target.password),
      }),
  },
  {
    name: "iscsiCredentials.update",
    kind: "write",
    run: (target) =>
      clientOf(target).iscsiCredentials.update(SVM1, HOST, {
        authentication_type: "chap",
        chap: chapOf(target.password),
      }),
  },
  ofFunction("get", "getIscsiService", { svm }),
  ofFunction("get", "getIscsiCredential", { svm: { uuid: SVM1 }, initiator: HOST }),
  ofFunction("get", "getIscsiSession", { svm, targetPortalGroup: "iscsi_lif1", tsih: 10 }),
  ofFunction("list", "getIscsiServices", {}),
  ofFunction("list", "getIscsiCredentials", { svm }),
  ofFunction("list", "getIscsiSessions", { fields: ["connections.initiatorAddress"] }),
  ofFunction("list", "getIscsiServiceMetrics", { svm: { uuid: SVM1 }, interval: "1d" }),
  ofFunction("count", "countIscsiSessions", {}),
];
