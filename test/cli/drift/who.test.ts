import type { DriftReport } from "../../../cli/drift/report";
import { environmentOf, ontapIscsi } from "../executable";
import { recordedTable } from "./array";
import { A, AuditedArray, B, C, CANARY, chap, credentialCall, NEW_PASSWORD, STRANGER } from "./who/audited-array";

let audited: AuditedArray;
beforeEach(async () => {
  audited = await AuditedArray.start();
});
afterEach(() => audited.array.stop());

const SYSTEM_MANAGER = { user: "admin", application: "http", location: "10.0.0.5" };
const OURS = '["X-Dot-Client-App: pulumi-ontap-iscsi"]';

/** By the names of the objects, in no state too: who did it, where from, what it was. */
function told(report: DriftReport | undefined) {
  const { objects = [], unmanaged = [] } = report ?? {};
  const all = [...objects.map((one) => [one.row ?? one.name, one.who] as const)].concat(
    unmanaged.map((one) => [one.id.split("/")[1] ?? one.id, one.who] as const),
  );
  return Object.fromEntries(
    all.flatMap(([name, who]) =>
      who === undefined ? [] : [[name, who.entries.map(({ user, operation, keys }) => [user, operation, ...keys])]],
    ),
  );
}

it("names the right entry for each kind of drift, by every way in, among 10,000 others", async () => {
  const noise = Array.from({ length: 10_000 }, (_, number): readonly [number, string, object?] => {
    const other = `iqn.1998-01.com.example:noise${number}`;
    const kinds: ReadonlyArray<readonly [string, object?]> = [
      [`volume modify -vserver svm1 -volume v${number} -size 201MB`],
      [credentialCall("PATCH", other, ` : ${NEW_PASSWORD}`), SYSTEM_MANAGER],
      [credentialCall("PATCH", other, ` : ${OURS} ${NEW_PASSWORD}`), SYSTEM_MANAGER],
      [`vserver iscsi security create -vserver svm1 -initiator-name ${other} -auth-type none`],
      [`vserver iscsi modify -vserver svm2 -target-alias x${number}`],
    ];
    const [input, more = {}] = kinds[number % kinds.length] ?? [""];
    return [1 + (number % 50), input, more];
  });
  await audited.log(
    ...noise.slice(0, 5_000),
    [20, credentialCall("PATCH", A, ` : ["X-Dot-Client-App: SMv4"] ${NEW_PASSWORD}`), SYSTEM_MANAGER],
    [21, `VSERVER ISCSI SECURITY DELETE -INITIATOR-NAME ${B.toUpperCase()}   -VSERVER svm1`],
    [
      22,
      String.raw`PATCH /api/private/cli/vserver/iscsi/security?vserver=svm1&initiator-name=${C} : { ^I\"user_name\": \"u\", ^I\"password\": \"${CANARY}\" ^I}`,
      { user: "script", application: "http" },
    ],
    [23, 'iscsi modify  -status-admin "down" -vserver svm1', { application: "console", location: "" }],
    [
      24,
      `POST /api/protocols/san/iscsi/credentials : {"svm":{"name":"svm1"},"initiator":"${STRANGER}"}`,
      SYSTEM_MANAGER,
    ],
    ...noise.slice(5_000),
  );
  await audited.changeUser(A);
  await audited.change((state) => {
    state.credentials = state.credentials.filter(({ initiator }) => initiator !== B);
    state.credentials.push({ svm: { name: "svm1" }, initiator: STRANGER, authentication_type: "none" });
    Object.assign(state.services[0] ?? {}, { enabled: false });
  });
  const { code, stderr, report, asked } = await audited.who();
  expect([code, stderr, report?.status]).toEqual([2, "", "drift"]);
  expect(asked).toBeLessThanOrEqual(2);
  expect(told(report)).toEqual({
    a: [
      [
        "admin",
        "PATCH /api/protocols/san/iscsi/credentials",
        "authentication_type",
        "chap.inbound.user",
        "chap.inbound.password",
      ],
    ],
    b: [["eve", "vserver iscsi security delete"]],
    c: [["script", "private CLI: vserver iscsi security modify", "-user-name", "-password"]],
    service: [["eve", "vserver iscsi modify", "-status-admin"]],
    [STRANGER]: [["admin", "POST /api/protocols/san/iscsi/credentials"]],
  });
  const object = (name: string) => report?.objects.find((one) => one.name === name);
  expect(object("a")?.who).toMatchObject({
    entries: [
      {
        time: audited.after(20),
        application: "http",
        address: "10.0.0.5",
        client: "System Manager",
        outside: true,
      },
    ],
    passwords: ["chap.inbound.password"],
  });
  expect([object("c")?.status, object("c")?.who?.passwords]).toEqual(["clean", ["chap.inbound.password"]]);
  expect(object("service")?.who?.entries[0]).toMatchObject({ application: "console", address: null, client: null });
}, 60_000);

it("has no value of an operation in any format, nor in what it says of an error", async () => {
  await audited.log(
    [1, credentialCall("PATCH", A, ` : ${NEW_PASSWORD}`), SYSTEM_MANAGER],
    [2, `vserver iscsi security modify svm1 ${B} -user-name ${CANARY} -${CANARY} "${CANARY} -x`],
    [3, `vserver iscsi security delete -vserver svm1 -initiator-name ${C} ${CANARY}`],
    [4, `POST /api/protocols/san/iscsi/credentials : {"initiator":"${STRANGER}","${CANARY}":"${CANARY}`],
  );
  await audited.changeUser(A);
  await audited.change((state) => {
    state.credentials = state.credentials.filter(({ initiator }) => initiator !== C);
    state.credentials.push({ svm: { name: "svm1" }, initiator: STRANGER, authentication_type: "none" });
  });
  for (const format of ["text", "markdown", "junit", "sarif", "json"]) {
    const { stdout, stderr } = await ontapIscsi(
      ["drift", "--state", audited.array.stateFile, "--who", "--format", format],
      { env: environmentOf(audited.array) },
    );
    expect(`${stdout}${stderr}`).not.toContain("canary");
    expect(stdout).toContain("vserver iscsi security delete");
    expect(stdout).toContain("10.0.0.5");
    expect(stdout).toContain("vserver iscsi security modify");
  }
}, 60_000);

it("names each of two changes of one object, and only what can have changed the property", async () => {
  await audited.log(
    [1, credentialCall("PATCH", A, ' : {"initiator_address":{"ranges":[]}}'), { user: "first" }],
    [2, credentialCall("PATCH", A, ' : {"chap":{"inbound":{"user":"x"}}}'), { user: "second" }],
    [3, `vserver iscsi security modify -vserver svm1 -initiator-name ${A} -user-name x`, { user: "third" }],
    [4, credentialCall("PATCH", A, ' : {"chap":{"inbound":{"user":"y"}}}'), { user: "failed", state: "error" }],
    [5, "vserver iscsi modify -vserver svm1 -status-admin up", { user: "other" }],
  );
  await audited.changeUser(A);
  const { report } = await audited.who();
  expect(told(report).a?.map(([user]) => user)).toEqual(["third", "second"]);
});

it("takes a password for set outside from a minute before the state was written on, unless Pulumi set it since", async () => {
  const call = credentialCall("PATCH", A, ` : ${NEW_PASSWORD}`);
  const ours = credentialCall("PATCH", A, ` : ${OURS} ${NEW_PASSWORD}`);
  const outside = async () => {
    const { code, report } = await audited.who();
    expect([code, report?.status]).toEqual([0, "clean"]);
    return report?.objects.flatMap(({ name, who }) => who?.passwords.map((path) => `${name} ${path}`) ?? []);
  };
  await audited.log([-2, call]);
  expect(await outside()).toEqual([]);
  await audited.log([-0.9, call]);
  expect(await outside()).toEqual(["a chap.inbound.password"]);
  await audited.log([-0.5, ours]);
  expect(await outside()).toEqual([]);
  await audited.log([1, call, { state: "error" }], [2, call, { state: "pending" }]);
  expect(await outside()).toEqual([]);
  await audited.log([3, call]);
  expect(await outside()).toEqual(["a chap.inbound.password"]);
}, 60_000);

it("says how far the log reaches back where it has no entry, as after a rotation", async () => {
  await audited.array.control("PUT", "/settings", { auditFiles: 2, auditFileEntries: 10 });
  await audited.changeUser(A);
  await audited.log([1, credentialCall("PATCH", A, ` : ${NEW_PASSWORD}`)]);
  const filler = Array.from({ length: 25 }, (_, number) => [number + 2, "volume show"] as const);
  await audited.log(...filler);
  const { code, report, asked } = await audited.who();
  expect([code, asked]).toEqual([2, 2]);
  const [{ completeSince = null } = {}] = report?.audit ?? [];
  expect(new Date(completeSince ?? 0) > new Date(audited.after(1))).toBe(true);
  expect(report?.objects.find(({ name }) => name === "a")?.who).toEqual({
    entries: [],
    passwords: [],
    note: `the audit log reaches back to ${completeSince}, nothing found`,
  });
  expect(report?.audit).toEqual([{ cluster: null, completeSince }]);
});

it.each([
  ["the right is missing", { status: 403, code: "6", message: "not authorized" }, "code 6"],
  ["the array is busy", { status: 503, code: "7", message: "busy" }, "code 7"],
])("says that %s, asks once, and changes neither status nor exit code", async (_title, fault, reason) => {
  await audited.changeUser(A);
  await audited.array.fault("status", fault, "/api/security");
  const { code, report, asked } = await audited.who();
  expect([code, report?.status, report?.causes, asked]).toEqual([2, "drift", [], 1]);
  expect(told(report)).toEqual({});
  expect(report?.audit).toEqual([{ cluster: null, completeSince: null, reason: expect.stringContaining(reason) }]);
  const { stdout } = await ontapIscsi(["drift", "--state", audited.array.stateFile, "--who"], {
    env: environmentOf(audited.array),
  });
  expect(stdout).toMatch(/^Who changed what is not known: Could not .*\/api\/security\/audit\/messages/m);
});

it("knows the rows of a table, those that it lacks, too", async () => {
  audited.array.record(
    recordedTable({ [A]: chap, [B]: chap, [C]: chap, default: { authenticationType: "none" } }, { unlisted: "remove" }),
    audited.writtenAt,
  );
  await audited.log(
    [1, credentialCall("PATCH", A, ` : ${NEW_PASSWORD}`), SYSTEM_MANAGER],
    [2, `iscsi security delete -vserver svm1 -initiator-name ${B}`],
    [3, `iscsi security create -vserver svm1 -initiator-name ${STRANGER} -auth-type none`],
  );
  await audited.change((state) => {
    state.credentials = state.credentials.filter(({ initiator }) => initiator !== B);
    state.credentials.push({ svm: { name: "svm1" }, initiator: STRANGER, authentication_type: "none" });
  });
  const { report } = await audited.who();
  expect(Object.entries(told(report)).map(([name, [entry = []]]) => [name, entry[0], entry[1]])).toEqual(
    expect.arrayContaining([
      [A, "admin", "PATCH /api/protocols/san/iscsi/credentials"],
      [B, "eve", "vserver iscsi security delete"],
      ["hosts", "eve", "vserver iscsi security create"],
    ]),
  );
  const row = report?.objects.find((object) => object.row === A);
  expect(row?.who?.passwords).toEqual([`credentials["${A}"].chap.inbound.password`]);
  expect(report?.objects.find(({ name, row: of }) => name === "hosts" && of === undefined)?.who?.entries).toMatchObject(
    [{ row: STRANGER }],
  );
});

it("asks nothing where there is nothing to ask, and not without the option", async () => {
  await audited.log([1, credentialCall("PATCH", A, ` : ${NEW_PASSWORD}`)]);
  const { requests, report } = await audited.array.compare();
  expect([requests.filter((one) => one.includes("security")), "audit" in (report ?? {})]).toEqual([[], false]);
  audited.array.record([]);
  expect(await audited.who()).toMatchObject({ code: 0, asked: 0, report: { audit: [] } });
});
