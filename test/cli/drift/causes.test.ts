import { SVM1, SVM2 } from "../../names";
import { environmentOf, ontapIscsi } from "../executable";
import { DriftArray, INITIATORS } from "./array";

const OBJECTS = 1 + INITIATORS.length;

let array: DriftArray;
beforeEach(async () => {
  array = await DriftArray.start();
});
afterEach(() => array.stop());

const shown = (env: NodeJS.ProcessEnv = {}) =>
  ontapIscsi(["drift", "--state", array.stateFile], { env: { ...environmentOf(array), ...env } });

it("tells a wrong password once, with the number of objects", async () => {
  const env = { ONTAP_PASSWORD: "wrong" };
  const { code, stdout, stderr } = await shown(env);
  expect([code, stderr]).toEqual([3, ""]);
  expect(stdout.match(/HTTP 401/g)).toHaveLength(1);
  expect(stdout).toMatch(
    /^unknown +all 4 objects on http:\/\/127\S+\n {4}Could not GET \/api\/\S+: .*HTTP 401.*Check username and password/,
  );
  const { report } = await array.compare(env);
  expect(report?.causes).toEqual([expect.objectContaining({ cluster: null, objects: OBJECTS })]);
});

it("tells an array that cannot be reached once, with the number of objects", async () => {
  const { code, stdout, stderr } = await shown({ ONTAP_HOST: "http://127.0.0.1:1" });
  expect([code, stderr, stdout.match(/ECONNREFUSED/g)?.length]).toEqual([3, "", 1]);
  expect(stdout).toMatch(/^unknown +all 4 objects on http:\/\/127\S+\n/);
});

it("tells an SVM that the array does not know once, with what to do", async () => {
  await array.control("PUT", "/state", { svms: [{ name: "svm2", uuid: SVM2 }] });
  const { code, stdout } = await shown();
  expect([code, stdout.match(/ONTAP_DELETED_SVMS/g)?.length]).toEqual([3, 1]);
  expect(stdout).toMatch(/^unknown +all 4 objects on http:\/\/127\S+\n/);
});

it("tells a renamed SVM once, with the number of objects", async () => {
  const state = JSON.stringify(await array.control("GET", "/state"));
  await array.control("PUT", "/state", JSON.parse(state.replaceAll('"name":"svm1"', '"name":"svm1-new"')));
  const { code, stdout } = await shown();
  expect(code).toBe(0);
  expect(stdout.match(/now called/g)).toHaveLength(1);
  expect(stdout).toMatch(/^note +4 objects\n {4}the SVM is now called "svm1-new"; it was "svm1"/);
});

it("tells causes of one object apart from those of others", async () => {
  const [first, second] = INITIATORS;
  await array.control("PUT", "/state", {
    svms: [{ name: "svm1", uuid: SVM1 }],
    services: [{ svm: { name: "svm1" } }],
    credentials: INITIATORS.slice(2).map((initiator) => ({
      svm: { name: "svm1" },
      initiator,
      authentication_type: "none",
    })),
  });
  await array.fault("status", { status: 403, code: "6" }, `/api/protocols/san/iscsi/credentials/${SVM1}/${first}`);
  await array.fault("status", { status: 500, code: "1" }, `/api/protocols/san/iscsi/credentials/${SVM1}/${second}`);
  const { report } = await array.compare();
  expect(report?.causes.map(({ reason, objects }) => [/code \d+/.exec(reason)?.[0], objects])).toEqual([
    ["code 6", 1],
    ["code 1", 1],
  ]);
});
