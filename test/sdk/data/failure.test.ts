import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import {
  countIscsiSessions,
  getIscsiService,
  getIscsiServiceMetrics,
  getIscsiServices,
  getIscsiSessions,
  iterateIscsiCredentials,
  OntapError,
} from "../../../sdk";
import type { TestArray } from "../../array";
import { startArray, useArray } from "../array";

let array: TestArray;
beforeAll(async () => {
  array = await startArray();
});
afterAll(() => array.close());
beforeEach(() => useArray(array));

const CLOSED = "https://127.0.0.1:9";

function unreachable(): void {
  useArray({ url: CLOSED, username: "admin", password: "correct-horse" });
}

/** What a call ends with; fails the test where it ends well. */
async function errorOf(call: Promise<unknown>): Promise<OntapError> {
  const error: unknown = await call.then(
    () => "it was expected to fail",
    (reason: unknown) => reason,
  );
  if (error instanceof OntapError) {
    return error;
  }
  throw error;
}

describe("an array that cannot be reached", () => {
  it("is told with its address, what configures that, and what to do", async () => {
    unreachable();
    expect((await errorOf(getIscsiSessions())).message).toBe(
      `Could not reach the array at ${CLOSED} (ontap-iscsi:host): no response (ECONNREFUSED). Check the host and the network path to it.`,
    );
  });

  it("is told of a named cluster by that cluster's key, and of the environment by the variable", async () => {
    const clusters = { east: { host: CLOSED, username: "admin", password: "pass" } };
    useArray(array, { "ontap-iscsi:clusters": JSON.stringify(clusters) });
    expect((await errorOf(getIscsiServices({ cluster: "east" }))).message).toContain(
      `the array at ${CLOSED} (ontap-iscsi:clusters.east.host):`,
    );
    pulumi.runtime.setAllConfig({ "ontap-iscsi:username": "admin", "ontap-iscsi:password": "pass" });
    process.env.ONTAP_HOST = CLOSED;
    const error = await errorOf(getIscsiServices()).finally(() => {
      delete process.env.ONTAP_HOST;
    });
    expect(error.message).toContain(`the array at ${CLOSED} (ONTAP_HOST):`);
  });

  it("fails all calls with one and the same error, which Pulumi then reports once", async () => {
    unreachable();
    const calls = Array.from({ length: 10 }, (_, number) => [
      getIscsiSessions({ svm: { name: `svm${number}` } }),
      countIscsiSessions({ svm: { name: `svm${number}` } }),
      getIscsiService({ svm: { name: `svm${number}` } }),
      getIscsiServiceMetrics({ svm: { name: `svm${number}` } }),
      iterateIscsiCredentials().next(),
    ]).flat();
    const errors = await Promise.all(calls.map(errorOf));
    expect(new Set(errors).size).toBe(1);
  });
});

describe("a login that is refused", () => {
  it("fails all calls with one error that names the array, whichever of them was sent", async () => {
    useArray({ url: array.url, username: array.username, password: "wrong-horse" });
    const errors = await Promise.all([getIscsiSessions(), getIscsiServices(), countIscsiSessions()].map(errorOf));
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toMatchObject({ code: "api-error", status: 401 });
    expect(errors[0]?.message).toMatch(
      new RegExp(
        `^Could not log in to the array at ${array.url} \\(ontap-iscsi:host\\): .*Check username and password`,
      ),
    );
  });
});

describe("the error of a data function", () => {
  it("names what was read where the array refused that alone, and stays an OntapError with its cause", async () => {
    const error = await errorOf(getIscsiService({ svm: { name: "nosvm" } }));
    expect(error).toMatchObject({ code: "not-found" });
    expect(error.message).toContain(`get the iSCSI service of SVM "nosvm" on the array at ${array.url}`);
    expect(error.cause).toBeInstanceOf(OntapError);
    await array.control("POST", "/faults", {
      match: { method: "GET" },
      times: 1,
      kind: "status",
      status: 403,
      code: 6,
    });
    expect(await errorOf(getIscsiSessions())).toMatchObject({
      ontapCode: "6",
      message: expect.stringMatching(/^Could not read iSCSI sessions from the array at .*\[GET \/api\/.*sessions\]/),
    });
  });

  it("is told by Pulumi by its message alone, also by a copy of the SDK that only looks at its marks", async () => {
    unreachable();
    const error = await errorOf(getIscsiSessions());
    expect(pulumi.RunError.isInstance(error)).toBe(true);
    expect(inspect(error, { colors: true, depth: 10 })).toBe(`OntapError: ${error.message}`);
    expect(error.stack).toBe(`OntapError: ${error.message}`);
  });

  it("is told on its parent where it has one", async () => {
    await pulumi.runtime.setMocks({ newResource: ({ inputs }) => ({ id: "1", state: inputs }), call: () => ({}) });
    class Hosts extends pulumi.ComponentResource {}
    const parent = new Hosts("test:index:Hosts", "hosts");
    const error = await errorOf(getIscsiService({ svm: { name: "another" } }, { parent }));
    expect(pulumi.ResourceError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ resource: parent, hideStack: true });
  });
});
