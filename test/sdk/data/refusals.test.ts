import {
  countIscsiSessions,
  findIscsiService,
  getIscsiCredentials,
  getIscsiServiceMetrics,
  getIscsiSession,
  getIscsiSessions,
  iterateIscsiSessions,
} from "../../../sdk";
import type { TestArray } from "../../array";
import { startArray, useArray } from "../array";

let array: TestArray;
beforeAll(async () => {
  array = await startArray();
});
afterAll(() => array.close());

/** As JavaScript calls it, past the compiler. */
const untyped = (call: unknown, args: unknown): Promise<unknown> =>
  Promise.resolve().then(() => (typeof call === "function" ? call(args) : undefined));

describe("what ONTAP would refuse is refused by name before anything is sent", () => {
  it.each<[string, unknown, unknown, RegExp]>([
    ["an unknown field", getIscsiSessions, { initiater: {} }, /argument initiater.*Did you mean initiator\?/],
    [
      "an unknown field below",
      getIscsiSessions,
      { initiator: { nam: "x" } },
      /initiator\.nam.*Did you mean initiator\.name\?/,
    ],
    [
      "a field by its wire name",
      getIscsiSessions,
      { target_portal_group: "x" },
      /target_portal_group.*Did you mean targetPortalGroup\?/,
    ],
    ["an unknown option", getIscsiSessions, { orderby: "tsih" }, /orderby.*Did you mean orderBy\?/],
    ["a password", getIscsiCredentials, { chap: { inbound: { password: "hunter22" } } }, /chap\.inbound\.password/],
    [
      "an outbound password",
      getIscsiCredentials,
      { chap: { outbound: { password: "x" } } },
      /chap\.outbound\.password/,
    ],
    ["a password among fields", getIscsiCredentials, { fields: ["chap.inbound.password"] }, /chap\.inbound\.password/],
    ["a string for a number", getIscsiSessions, { tsih: "10" }, /tsih.*a whole number/],
    ["a fraction for a whole number", getIscsiSessions, { tsih: 1.5 }, /tsih.*a whole number/],
    ["a number for a string", getIscsiSessions, { isid: 5 }, /isid.*a string/],
    ["a string for a boolean", findIscsiService, { enabled: "true" }, /enabled.*true or false/],
    [
      "a value outside an enumeration",
      getIscsiCredentials,
      { authenticationType: "basic" },
      /authenticationType.*"chap" or "none" or "deny"/,
    ],
    ["null", getIscsiSessions, { isid: null }, /isid.*query\.unset/],
    ["an object for a string", getIscsiSessions, { isid: {} }, /isid.*a string/],
    ["a list for a string", getIscsiSessions, { isid: ["a", "b"] }, /isid.*a string/],
    ["a string for an object", getIscsiSessions, { svm: "svm1" }, /svm.*name, uuid/],
    ["a name of every object", getIscsiSessions, { constructor: { name: "x" } }, /constructor/],
    [
      "an unknown field to answer",
      getIscsiSessions,
      { fields: ["initiator.nam"] },
      /fields initiator\.nam.*initiator\.name/,
    ],
    ["a field below a leaf", getIscsiSessions, { fields: ["tsih.low"] }, /fields tsih\.low/],
    ["no fields", getIscsiSessions, { fields: [] }, /fields/],
    ["expensive everything", getIscsiSessions, { fields: "**" }, /fields \*\*/],
    ["an unknown field to order by", getIscsiSessions, { orderBy: "tsi desc" }, /orderBy tsi.*tsih/],
    ["an unknown direction", getIscsiSessions, { orderBy: "tsih down" }, /orderBy.*asc.*desc/],
    ["a page of none", getIscsiSessions, { maxRecords: 0 }, /maxRecords/],
    ["a cluster that is no name", getIscsiSessions, { cluster: 5 }, /cluster/],
    ["arguments that are none", getIscsiSessions, "svm1", /args/],
    ["a count", countIscsiSessions, { tshi: 5 }, /tshi.*tsih/],
    ["a get without its key", getIscsiSession, { svm: { name: "a" }, tsih: 5 }, /targetPortalGroup.*a string/],
    ["a get without an SVM", getIscsiSession, { targetPortalGroup: "a", tsih: 5 }, /svm.*name or uuid/],
    ["a get of an empty SVM", getIscsiSession, { svm: { name: "" }, targetPortalGroup: "a", tsih: 5 }, /svm/],
    [
      "a get by a misspelled part of the SVM",
      getIscsiSession,
      { svm: { nam: "a" }, targetPortalGroup: "a", tsih: 5 },
      /svm\.nam.*svm\.name/,
    ],
    [
      "an unknown interval",
      getIscsiServiceMetrics,
      { svm: { name: "a" }, interval: "2h" },
      /interval.*1h, 1d, 1w, 1m, 1y/,
    ],
    ["an unknown filter of samples", getIscsiServiceMetrics, { svm: { name: "a" }, iop: {} }, /iop.*iops/],
  ])("%s", async (_title, call, args, message) => {
    const error = await untyped(call, args).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "OntapError", code: "configuration", message: expect.stringMatching(message) });
    expect(String(error)).not.toContain("hunter22");
    expect(await array.requests()).toEqual([]);
  });

  it("for iterate, when the first record is wanted", async () => {
    // @ts-expect-error no such field
    const sessions = iterateIscsiSessions({ initiater: {} });
    await expect(sessions.next()).rejects.toMatchObject({ code: "configuration" });
  });
});

it("a misspelled key of the configuration is refused by name", async () => {
  useArray(array, { "ontap-iscsi:timeout": "5000", "other:timeout": "x" });
  await expect(getIscsiSessions()).rejects.toThrow(
    /ontap-iscsi:timeout: there is no such key; did you mean timeoutMs\?/,
  );
  useArray(array);
});

it("an argument of undefined is none", async () => {
  await untyped(getIscsiSessions, {
    svm: undefined,
    initiator: { name: undefined },
    fields: undefined,
    cluster: undefined,
  });
  expect((await array.requests()).map(({ query }) => query)).toEqual(["fields=*"]);
});
