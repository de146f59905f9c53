import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { SVM1 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";
import { ENCRYPTED, plaintext, providerEntry, providerOf, through } from "../providers";
import { CREDENTIALS, DriftArray, INITIATORS, recordedOn, SERVICES } from "./array";

const LISTS = [`GET ${CREDENTIALS}`, `GET ${SERVICES}`];

let array: DriftArray;
let west: TestArray;
beforeEach(async () => {
  array = await DriftArray.start();
  west = new TestArray(
    await startSimulator({ fixture: await array.control("GET", "/state"), password: "west-secret" }),
  );
});
afterEach(async () => {
  await array.stop();
  await west.close();
});

const eastProvider = (more: object = {}) => providerOf("east", array.simulator, more);
const westProvider = (more: object = {}) => providerOf("west", west.simulator, more);
const sorted = (requests: readonly { readonly method: string; readonly path: string }[]) =>
  requests.map(({ method, path }) => `${method} ${path}`).sort();
const inText = (env: NodeJS.ProcessEnv = {}) => ontapIscsi(["drift", "--state", array.stateFile], { env });

it("reads each object from the array of its provider, by two lists for each array", async () => {
  const [east, other] = [eastProvider(), westProvider({ password: plaintext("west-secret") })];
  array.record([east, other, ...through(east, recordedOn(), "-east"), ...through(other, recordedOn(), "-west")]);
  await west.byHand("PATCH", `credentials/${SVM1}/${INITIATORS[0]}`, { authentication_type: "deny" });
  await west.requests();
  const { code, report, requests, stderr } = await array.compare({ ONTAP_HOST: undefined });
  expect([code, stderr, requests.sort()]).toEqual([2, "", LISTS]);
  expect(sorted(await west.requests())).toEqual(LISTS);
  expect(report?.objects.map(({ name, cluster, provider, status }) => [name, cluster, provider, status])).toEqual([
    [`${INITIATORS[0]}-west`, null, "west", "changed"],
    ...["east", "west"].flatMap((side) =>
      [...INITIATORS, "service"]
        .filter((name) => side === "east" || name !== INITIATORS[0])
        .map((name) => [`${name}-${side}`, null, side, "clean"]),
    ),
  ]);
  expect(report?.objects[0]?.type).toBe("ontap-iscsi:index:IscsiCredentials");
  expect(report?.provenance.clusters).toEqual([
    { cluster: null, provider: "east", address: array.url },
    { cluster: null, provider: "west", address: west.url },
  ]);
  const { stdout } = await inText();
  expect(stdout).toMatch(/^changed +IscsiCredentials +svm1 +iqn\S+-west +on provider west\n/);
  expect(stdout).toMatch(new RegExp(`Cluster +provider west at ${west.url}\n`));
});

it("takes resources of the default provider from where the configuration says, like dynamic ones", async () => {
  const standard = providerEntry("default_0_1_0", { host: "http://127.0.0.1:1", password: ENCRYPTED });
  const [service, ...credentials] = recordedOn();
  array.record([standard, ...through(standard, [service ?? {}]), ...credentials]);
  await array.byHand("POST", "credentials", {
    svm: { name: "svm1" },
    initiator: "iqn.1998-01.com.example:new",
    authentication_type: "none",
  });
  const { code, report, requests } = await array.compare();
  expect([code, requests.sort()]).toEqual([0, LISTS]);
  expect(report?.objects.map(({ status }) => status)).toEqual(["clean", "clean", "clean", "clean"]);
  expect(JSON.stringify(report)).not.toContain('"provider"');
  expect(report?.unmanaged.map(({ id }) => id)).toEqual([`${SVM1}/iqn.1998-01.com.example:new`]);
});

it("lists an array once for two providers of one connection, and takes what either manages for managed", async () => {
  const [one, two] = [eastProvider(), providerOf("two", array.simulator, { timeoutMs: "20000" })];
  const [service, first, ...others] = recordedOn();
  array.record([one, two, ...through(one, [service ?? {}, first ?? {}]), ...through(two, others)]);
  await array.byHand("POST", "credentials", {
    svm: { name: "svm1" },
    initiator: "iqn.1998-01.com.example:new",
    authentication_type: "none",
  });
  await array.requests();
  const { code, report, requests } = await array.compare();
  expect([code, requests.sort()]).toEqual([0, LISTS]);
  expect(report?.objects.map(({ provider, status }) => `${provider} ${status}`)).toEqual([
    "east clean",
    "east clean",
    "two clean",
    "two clean",
  ]);
  expect(report?.unmanaged).toEqual([
    expect.objectContaining({
      id: `${SVM1}/iqn.1998-01.com.example:new`,
      type: "ontap-iscsi:index:IscsiCredentials",
      provider: "east",
    }),
  ]);
});

it.each([
  [
    "one that is missing in the state",
    () => [],
    /^The provider west, which says where the array is, has no entry in \S+\. Export the whole stack/,
  ],
  [
    "one whose password is encrypted",
    () => [westProvider({ password: ENCRYPTED })],
    /^The password of the provider west is encrypted in \S+\. Give the stack itself \(--stack\), or a file that pulumi stack export --show-secrets wrote\.$/,
  ],
])("could not tell what is on the array of a provider: %s", async (_, entries, message) => {
  const [east, other] = [eastProvider(), westProvider()];
  array.record([east, ...entries(), ...through(east, recordedOn(), "-east"), ...through(other, recordedOn(), "-west")]);
  const env = { ONTAP_HOST: west.url, ONTAP_PASSWORD: "west-secret" };
  const { code, report } = await array.compare(env);
  expect([code, report?.status]).toEqual([3, "unknown"]);
  expect(report?.objects.filter(({ status }) => status === "unknown")).toHaveLength(4);
  expect(report?.objects.filter(({ status }) => status === "clean")).toHaveLength(4);
  expect(report?.causes).toEqual([
    {
      cluster: null,
      provider: "west",
      reason: expect.any(String),
      message: expect.stringMatching(message),
      objects: 4,
    },
  ]);
  expect(await west.requests()).toEqual([]);
  const { stdout } = await inText(env);
  expect(stdout).toMatch(/^unknown +all 4 objects on provider west\n {4}The /);
});

it("takes what a provider leaves out from the environment, but no part of a login", async () => {
  const { url } = west.simulator;
  const open = providerEntry("west", { host: url, insecure: "true", timeoutMs: 5000 });
  array.record([open, ...through(open, recordedOn())]);
  const env = { ONTAP_HOST: array.url, ONTAP_USERNAME: "admin", ONTAP_PASSWORD: "west-secret" };
  expect(await array.compare(env)).toMatchObject({ code: 0, requests: [], stderr: "" });
  expect(sorted(await west.requests())).toEqual(LISTS);
  const named = providerEntry("west", { host: url, username: "admin", password: "wrong" });
  array.record([named, ...through(named, recordedOn())]);
  const { code, report } = await array.compare(env);
  expect([code, report?.causes[0]?.message]).toEqual([3, expect.stringContaining("HTTP 401")]);
});

it.each(["as JSON", "as an object"])("names a provider that has a map of clusters, given %s", async (form) => {
  const clusters = { far: { host: west.url } };
  const provider = providerEntry("west", { clusters: form === "as JSON" ? JSON.stringify(clusters) : clusters });
  array.record([provider, ...through(provider, recordedOn("far"))]);
  const { code, stderr } = await array.compare();
  expect([code, stderr]).toEqual([1, expect.stringContaining("clusters")]);
});

it("refuses a state whose resource names no provider", async () => {
  array.record(through({ urn: "", id: "" }, recordedOn()));
  expect(await array.compare()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "is damaged: urn:pulumi:dev::test::ontap-iscsi:index:IscsiService::service names no provider",
    ),
  });
});

it("prints no secret of a provider", async () => {
  const provider = westProvider({ password: plaintext("west-secret"), token: plaintext("canary-token") });
  array.record([provider, ...through(provider, recordedOn())]);
  const results = await Promise.all(
    ["text", "json", "markdown", "junit", "sarif"].map((format) =>
      ontapIscsi(["drift", "--state", array.stateFile, "--format", format], { env: environmentOf(array) }),
    ),
  );
  expect(results.map(({ code }) => code)).not.toContain(64);
  expect(results.map(({ stdout, stderr }) => stdout + stderr).join("\n")).not.toMatch(/west-secret|canary-token/);
});
