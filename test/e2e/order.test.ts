import { EndToEnd } from "./world";

const HOSTS = ["name1", "name2", "name3"].map((name) => `iqn.1998-01.com.corp.iscsi:${name}`);

/** Credentials come first in the program, nothing says that they need the service, and one names the SVM by UUID. */
const program = `
  const svm = { name: "svm1" };
  ${HOSTS.map((initiator) => `new IscsiCredentials("${initiator}", { svm, initiator: "${initiator}", authenticationType: "none" });`).join("\n")}
  new IscsiCredentials("default", { svm, initiator: "default", authenticationType: "deny" });
  new IscsiService("service", { svm });`;

describe("A program that forgot its dependencies", () => {
  let end: EndToEnd;
  beforeAll(async () => {
    end = await EndToEnd.start(program);
  });
  afterAll(() => end.stop());

  test("is created whole, whatever the order", async () => {
    const { code, text } = await end.project.up();
    expect({ code, text }).toEqual({ code: 0, text });
    const { credentials } = await end.control<{ credentials: { initiator: string; authentication_type: string }[] }>(
      "GET",
      "/state",
    );
    expect(credentials.map(({ initiator }) => initiator).sort()).toEqual(["default", ...HOSTS]);
    expect(credentials.find(({ initiator }) => initiator === "default")?.authentication_type).toBe("deny");
  });

  test("is destroyed whole, whatever the order", async () => {
    const { code, text } = await end.project.destroy();
    expect({ code, text }).toEqual({ code: 0, text });
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
