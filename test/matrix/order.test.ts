import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";

const HOSTS = ["name1", "name2", "name3"].map((name) => `iqn.1998-01.com.corp.iscsi:${name}`);

/** Credentials come first in the program, nothing says that they need the service, and one names the SVM by UUID. */
const program = `
  const svm = { name: "svm1" };
  ${HOSTS.map((initiator) => `new IscsiCredentials("${initiator}", { svm, initiator: "${initiator}", authenticationType: "none" });`).join("\n")}
  new IscsiCredentials("default", { svm, initiator: "default", authenticationType: "deny" });
  new IscsiService("service", { svm });`;

describe("A program that forgot its dependencies", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(program);
  });
  afterAll(() => end.stop());

  test("is created whole, whatever the order", async () => {
    expectExit(await end.project.up(), 0);
    const { credentials } = await end.control<{ credentials: { initiator: string; authentication_type: string }[] }>(
      "GET",
      "/state",
    );
    expect(credentials.map(({ initiator }) => initiator).sort()).toEqual(["default", ...HOSTS]);
    expect(credentials.find(({ initiator }) => initiator === "default")?.authentication_type).toBe("deny");
  });

  test("is destroyed whole, whatever the order", async () => {
    expectExit(await end.project.destroy(), 0);
    expect(await end.control("GET", "/state")).toMatchObject({ services: [], credentials: [] });
  });

  test("fails by name where no service is planned at all", async () => {
    end.setProgram(
      `new IscsiCredentials("lonely", { svm: { name: "svm1" }, initiator: "${HOSTS[0]}", authenticationType: "none" });`,
    );
    const { code, text } = await end.project.up();
    expect(code).not.toBe(0);
    expect(text).toMatch(/create the iSCSI credential of iqn\S+ on SVM svm1.*5374078/s);
  });
});

/** More credentials than slots; the service comes once all slots are taken. */
const crowd = `
  const svm = { name: "svm1" };
  for (let n = 0; n < 12; n += 1) {
    new IscsiCredentials("host" + n, { svm, initiator: "iqn.1998-01.com.corp.iscsi:name" + n, authenticationType: "none" });
  }
  const later = new Promise((resolve) => setTimeout(() => resolve(svm), 1500));
  new IscsiService("service", { svm: pulumi.output(later) });`;

describe("A program with more credentials before their service than the engine has slots", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(crowd);
  });
  afterAll(() => end.stop());
  const up = (...args: string[]) => end.project.up(["--parallel", "6", ...args]);

  test("fails soon, and says that the service is to be passed", async () => {
    const startedAt = performance.now();
    const { code, text } = await up();
    expect(code).not.toBe(0);
    expect(text).toMatch(/no slot of the engine.*pass svm: service\.svm/s);
    expect(performance.now() - startedAt).toBeLessThan(40_000);
  });

  test("gets its service where the engine goes on after an error, since those that wait leave a slot free", async () => {
    const { code, text } = await up("--continue-on-error");
    expect(code).not.toBe(0);
    expect(text).toMatch(/IscsiService service created/);
    expectExit(await up(), 0);
  });

  test("is created whole where it passes the service", async () => {
    expectExit(await end.project.destroy(), 0);
    end.setProgram(`
      const service = new IscsiService("service", { svm: { name: "svm1" } });
      for (let n = 0; n < 12; n += 1) {
        new IscsiCredentials("host" + n, {
          svm: service.svm,
          initiator: "iqn.1998-01.com.corp.iscsi:name" + n,
          authenticationType: "none",
        });
      }`);
    expectExit(await up(), 0);
  });
});
