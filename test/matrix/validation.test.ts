import { EndToEndHarness } from "../e2e/harness";
import type { Bag } from "../engine/bag";

/** Stands in every password, rightly placed or not; no output may show it. */
const CANARY = "canary-5b1d";

const svm = { name: "svm1" };
const host = { svm, initiator: "iqn.1998-01.com.corp.iscsi:name1", authenticationType: "none" };
const inbound = { user: "host1", password: CANARY };
const service = (args: Bag) => `new IscsiService("service", ${JSON.stringify(args)});`;
const credential = (args: Bag) => `new IscsiCredentials("host", ${JSON.stringify({ ...host, ...args })});`;
const chap = (pairs: unknown) => credential({ authenticationType: "chap", chap: pairs });

interface Refusal {
  readonly title: string;
  readonly program: string;
  /** What must stand in the output: the property, and the reason with what is allowed and ONTAP's code. */
  readonly says: readonly string[];
}

const refusals: readonly Refusal[] = [
  {
    title: "a service without an SVM",
    program: service({ svm: {} }),
    says: ["property svm.name value", "an SVM must be given: svm.name or svm.uuid (ONTAP 2621707)"],
  },
  {
    title: "a service with two problems, each told on its own",
    program: service({ svm, enabled: "yes", target: { alias: "two words" } }),
    says: [
      "property enabled value {yes}",
      "enabled must be true or false",
      "property target.alias value",
      '1 to 128 printable characters without spaces, or "" to clear it',
    ],
  },
  {
    title: "a bad initiator, a misspelled property and a range that starts behind its end",
    program: credential({
      initiator: "iqn.1998-13.com.corp:name1",
      initiatorAddress: { mask: [], ranges: [{ start: "10.0.0.9", end: "10.0.0.1" }] },
    }),
    says: [
      "property initiator value {iqn.1998-13.com.corp:name1}",
      "must be yyyy-mm, as in iqn.1995-08.com.example:string (ONTAP 5373971)",
      "property initiatorAddress.mask value",
      "did you mean initiatorAddress.masks?",
      "property initiatorAddress.ranges[0].start value",
      "(ONTAP 5374855)",
    ],
  },
  {
    title: "an unknown type beside a password on the top",
    program: credential({ authenticationType: "md5", password: CANARY }),
    says: [
      "property authenticationType value {md5}",
      'one of "chap", "none" and "deny"',
      "there is no property password; allowed are",
    ],
  },
  {
    title: "chap without an inbound password and without an outbound user",
    program: chap({ inbound: { user: "host1" }, outbound: { password: CANARY } }),
    says: [
      "property chap.inbound.password value",
      "(ONTAP 5374149)",
      "property chap.outbound.user value",
      "chap.outbound needs both user and password",
    ],
  },
  {
    title: "equal passwords with broken hexadecimal digits, which come as an output",
    program: `const pair = pulumi.output({ user: "u", password: "0x${CANARY}" });
      new IscsiCredentials("host", { ...${JSON.stringify({ ...host, authenticationType: "chap" })},
        chap: { inbound: pair, outbound: pair } });`,
    says: [
      "property chap.inbound.password value",
      "even number of hexadecimal digits (ONTAP 5374145)",
      "property chap.outbound.password value",
      "must differ (ONTAP 5374147)",
    ],
  },
  {
    title: "a password with deny",
    program: credential({ authenticationType: "deny", chap: { inbound } }),
    says: ["property chap.inbound value", 'not with "deny" (ONTAP 5374900)'],
  },
  {
    title: "a password in the place of chap",
    program: chap(CANARY),
    says: ["chap must be an object with inbound and, for mutual CHAP, outbound"],
  },
  {
    title: "an address list on default",
    program: credential({ initiator: "default", initiatorAddress: { masks: [{ address: "10.0.0.0", netmask: 8 }] } }),
    says: ["property initiatorAddress.ranges value", "(ONTAP 5374155)"],
  },
];

describe("A preview on the real engine", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start("");
  });
  afterAll(() => end?.stop());

  test.each(refusals)("refuses $title, without asking the array or showing a password", async ({ program, says }) => {
    end.setProgram(program);
    const { code, text } = await end.project.preview();
    for (const part of says) {
      expect(text).toContain(part);
    }
    expect(code).toBe(1);
    expect(text).not.toContain(CANARY);
    expect(await end.requests()).toEqual([]);
  });

  test.each([
    {
      title: "a key that is misspelled",
      config: { "ontap-iscsi:hots": "array1" },
      program: service({ svm }),
      says: "Could not use ontap-iscsi:hots: there is no such key; did you mean host?",
    },
    {
      title: "a cluster that does not answer",
      config: { "ontap-iscsi:clusters": JSON.stringify({ east: { host: "https://127.0.0.1:1", token: CANARY } }) },
      program: service({ svm, cluster: "east" }),
      says: "Could not use the cluster east: no response (ECONNREFUSED)",
    },
  ])("refuses $title, once and without a stack trace", async ({ config, program, says }) => {
    await end.project.setConfig(config);
    end.setProgram(program);
    const { code, text } = await end.project.preview();
    const [, diagnostics = ""] = text.split("Diagnostics:");
    expect(diagnostics.split(says)).toHaveLength(2);
    expect(text).not.toMatch(/\n\s+at /);
    expect(text).not.toContain(CANARY);
    expect(code).toBe(1);
    for (const key of Object.keys(config)) {
      await end.project.expect(["config", "rm", key]);
    }
  });
});
