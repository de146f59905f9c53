import { Client, credentials, type ServiceError } from "@grpc/grpc-js";
import fc from "fast-check";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { PluginHost } from "../../engine/plugin-host";
import { SVM1, SVM2 } from "../../names";
import { type Bytes, CANARY, field, ids, properties, text, urns } from "./hostile";

/** A call on the wire. */
interface Rpc {
  readonly method: string;
  readonly body: Bytes;
}

/** Longest time that a call may take, in milliseconds: waiting for a service of the same run takes 30 s at most. */
const BOUND_MS = 60_000;
const AT_ONCE = 100;
const BATCH = 250;

const message = (number: number, body: Bytes) => field(number, 2, body);
const truth = (number: number) => field(number, 0, Buffer.from([1]));

/** Calls that any connection may make; what changes whom a connection serves has a connection of its own. */
const rpcs: fc.Arbitrary<Rpc> = fc.oneof(
  {
    weight: 4,
    arbitrary: call(
      "Check",
      urns.map((urn) => text(1, urn)),
      part(2),
      part(3),
    ),
  },
  {
    weight: 3,
    arbitrary: call(
      "Diff",
      urns.map((urn) => text(2, urn)),
      ids.map((id) => text(1, id)),
      part(3),
      part(4),
    ),
  },
  {
    weight: 4,
    arbitrary: call(
      "Create",
      urns.map((urn) => text(1, urn)),
      part(2),
      preview(4),
    ),
  },
  {
    weight: 3,
    arbitrary: call(
      "Update",
      urns.map((urn) => text(2, urn)),
      ids.map((id) => text(1, id)),
      part(3),
      part(4),
      preview(7),
    ),
  },
  {
    weight: 3,
    arbitrary: call(
      "Read",
      urns.map((urn) => text(2, urn)),
      ids.map((id) => text(1, id)),
      part(3),
      part(4),
    ),
  },
  {
    weight: 2,
    arbitrary: call(
      "Delete",
      urns.map((urn) => text(2, urn)),
      ids.map((id) => text(1, id)),
      part(3),
    ),
  },
  {
    weight: 2,
    arbitrary: call(
      "CheckConfig",
      urns.map((urn) => text(1, urn)),
      part(3),
    ),
  },
  {
    weight: 1,
    arbitrary: call(
      "DiffConfig",
      urns.map((urn) => text(2, urn)),
      part(3),
      part(4),
    ),
  },
  { weight: 1, arbitrary: call("Configure", part(2)) },
  {
    weight: 1,
    arbitrary: call(
      "Invoke",
      fc.string({ maxLength: 30 }).map((token) => text(1, token)),
      part(2),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          "GetSchema",
          "GetPluginInfo",
          "Call",
          "Construct",
          "Parameterize",
          "GetMapping",
          "GetMappings",
          "NoSuchMethod",
        ),
        fc.uint8Array({ maxLength: 60 }),
      )
      .map(([method, bytes]) => ({ method, body: Buffer.from(bytes) })),
  },
);

function call(method: string, ...parts: ReadonlyArray<fc.Arbitrary<Bytes>>): fc.Arbitrary<Rpc> {
  return fc.tuple(...parts).map((bytes) => ({ method, body: Buffer.concat(bytes) }));
}

function part(number: number): fc.Arbitrary<Bytes> {
  return properties.map((body) => message(number, body));
}

function preview(number: number): fc.Arbitrary<Bytes> {
  return fc.constantFrom(Buffer.alloc(0), truth(number));
}

/** What came of all the calls. */
export interface FuzzResult {
  readonly answers: number;
  readonly refusals: number;
  /** What no call may do, one line each. */
  readonly offences: readonly string[];
  readonly stderr: string;
  /** True where the process that answered the first call answers still. */
  readonly isAlive: boolean;
}

/** Sends so many generated calls to a plugin in a process of its own, which serves a simulated array. */
export async function fuzz(runs: number, seed: number): Promise<FuzzResult> {
  const svms = [
    { uuid: SVM1, name: "svm1" },
    { uuid: SVM2, name: "svm2" },
  ];
  const services = svms.map(({ name }) => ({ svm: { name } }));
  const array = new TestArray(await startSimulator({ fixture: { svms, services } }));
  // Services stay, since every credential would wait for one that is gone.
  await array.control("POST", "/faults", {
    match: { method: "DELETE", path: "/api/protocols/san/iscsi/services" },
    kind: "status",
    status: 403,
    code: "6",
  });
  const { url: host, username, password } = array;
  const plugin = await PluginHost.start({ args: { host, username, password, timeoutMs: 5_000 } });
  const { port } = plugin.process;
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
    "grpc.max_receive_message_length": -1,
  });
  const offences: string[] = [];
  let answers = 0;
  let refusals = 0;
  const sample = generated(runs, seed);
  const sendAll = async () => {
    // One generator serves them all, each taking the next call.
    for (const rpc of sample) {
      const error = await send(client, rpc);
      const told = error === undefined ? "" : `${error.details} ${JSON.stringify(error.metadata.getMap())}`;
      answers += error === undefined ? 1 : 0;
      refusals += error === undefined ? 0 : 1;
      const offence = error === undefined ? undefined : offenceOf(error, told);
      if (offence !== undefined) {
        offences.push(`${rpc.method}: ${offence}: ${told.slice(0, 1_000)}`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, sendAll));
    const isAlive =
      !plugin.process.isEnded && (await send(client, { method: "GetPluginInfo", body: Buffer.alloc(0) })) === undefined;
    return { answers, refusals, offences, stderr: plugin.process.stderr + plugin.said, isAlive };
  } finally {
    client.close();
    await plugin.stop();
    await array.close();
  }
}

/** So many calls, made as they are needed. */
function* generated(runs: number, seed: number): Generator<Rpc, undefined> {
  for (let done = 0; done < runs; done += BATCH) {
    yield* fc.sample(rpcs, { numRuns: Math.min(BATCH, runs - done), seed: seed + done });
  }
}

function offenceOf({ code, details }: ServiceError, told: string): string | undefined {
  if (told.includes(CANARY)) {
    return "shows a secret";
  }
  if (details.trim() === "") {
    return "has no message";
  }
  if (code === 4) {
    return "took too long";
  }
  if (code === 14) {
    return "lost its connection";
  }
  // A message that cannot be read has no sense of ours; for all others a defect is one.
  return details.includes("inside ontap-iscsi") ? "met a defect" : undefined;
}

function send(client: Client, { method, body }: Rpc): Promise<ServiceError | undefined> {
  const same = (bytes: Buffer) => bytes;
  return new Promise((resolve) => {
    const deadline = Date.now() + BOUND_MS;
    client.makeUnaryRequest(`/pulumirpc.ResourceProvider/${method}`, same, same, body, { deadline }, (error) => {
      resolve(error ?? undefined);
    });
  });
}
