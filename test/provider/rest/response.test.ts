import { OntapError } from "../../../provider/rest";
import { everythingIn } from "./everything-in";
import { against, closeServers, errorOf } from "./servers";
import { page, refusal, service, svm } from "./tiny-server";

afterEach(closeServers);

describe("a refusal", () => {
  it("says what was tried, what ONTAP said and what to do next", async () => {
    const { ontap } = await against(() => refusal(404, "5374078", "The SVM has no iSCSI service."));
    const error = await errorOf(ontap.iscsiServices.get(svm.uuid));
    expect(error).toBeInstanceOf(OntapError);
    expect(error).toMatchObject({
      code: "api-error",
      ontapCode: "5374078",
      status: 404,
      message:
        `Could not GET /api/protocols/san/iscsi/services/${svm.uuid}: ONTAP refused it: The SVM has no iSCSI service. ` +
        "(code 5374078, HTTP 404). The SVM has no iSCSI service: create it first, or let the resource depend on it.",
    });
  });

  it("takes a numeric code, as older documents print it, and keeps the blamed field", async () => {
    const error = { code: 5374855, message: "start after end", target: "initiator_address.ranges.start" };
    const { ontap } = await against(() => ({ status: 400, json: { error } }));
    expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({
      ontapCode: "5374855",
      target: "initiator_address.ranges.start",
    });
  });

  it("names the login where that was refused", async () => {
    const { ontap } = await against(() => ({ status: 401, text: "" }));
    expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({
      code: "api-error",
      status: 401,
      message: expect.stringMatching(/login was refused.*Check username and password/),
    });
  });
});

describe("an answer that is not ONTAP's", () => {
  it.each([
    ["a proxy's page", { text: "<html>Welcome</html>", headers: { "Content-Type": "text/html" } }],
    ["half of a body", { text: '{"records": [' }],
    ["no body", { text: "" }],
    ["a list instead of an object", { json: [] }],
    ["neither records nor their number", { json: { hello: "world" } }],
    ["records of the wrong type", { json: { records: "none", num_records: 0 } }],
    ["a number of the wrong type", { json: { records: [], num_records: "none" } }],
    ["a record of the wrong shape", page([{ svm: "svm1" }])],
    ["null in the place of a record", page([null])],
    ["a field of the wrong type", page([{ ...service, enabled: "yes" }])],
    ["a next link to elsewhere", page([service], "https://elsewhere.example.com/api/x")],
    ["an error page with HTTP 500", { status: 500, text: "<html>oops</html>" }],
  ])("is malformed: %s", async (_title, answer) => {
    const { ontap } = await against(() => answer);
    expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({ code: "malformed" });
  });

  it("is malformed: a read that was accepted as a job", async () => {
    const { ontap } = await against(() => ({ status: 202, json: { job: { uuid: "x" } } }));
    expect(await errorOf(ontap.cluster.get())).toMatchObject({
      code: "malformed",
      message: expect.stringContaining("a read was accepted as a job (HTTP 202)"),
    });
  });

  it("is not followed where it redirects, since that would carry the login elsewhere", async () => {
    const other = await against(() => page([service]));
    const { ontap } = await against(() => ({
      status: 302,
      headers: { Location: `${other.server.url}/api` },
      text: "",
    }));
    expect(await errorOf(ontap.iscsiServices.list())).toMatchObject({
      code: "malformed",
      message: expect.stringContaining("set host to the final address"),
    });
    expect(other.server.seen).toHaveLength(0);
  });
});

describe("a message that quotes what was sent", () => {
  const password = "open sesame 42";
  const credential = {
    svm: { name: "svm1" },
    initiator: "iqn.1998-01.com.corp:a",
    authentication_type: "chap",
    chap: { inbound: { user: "host1", password } },
  };

  it.each([
    ["as it is", password],
    ["twice", `${password} and ${password}`],
    ["with the login's password", `${password} correct-horse`],
  ])("holds no password: %s", async (_title, quoted) => {
    const { ontap } = await against(() => refusal(400, "262245", `The value "${quoted}" is invalid for host1.`));
    const error = await errorOf(ontap.iscsiCredentials.create(credential));
    expect(error).toMatchObject({ ontapCode: "262245", message: expect.stringContaining("[secret]") });
    const everything = `${JSON.stringify(error)} ${(error as Error).stack} ${(error as Error).message}`;
    expect(everything).not.toContain(password);
    expect(everything).not.toContain("correct-horse");
    expect(everything).toContain("host1");
  });

  it("holds no password in another case, or with its spaces folded", async () => {
    const { ontap } = await against(() => refusal(400, "262245", 'Invalid value "OPEN  Sesame 42".'));
    const error = await errorOf(ontap.iscsiCredentials.create(credential));
    expect(String(error)).not.toMatch(/sesame/i);
  });

  it("is withheld where a password is too short to be told from other text", async () => {
    const { ontap } = await against(() => refusal(400, "262245", 'The value "is" is invalid.'));
    const error = await errorOf(
      ontap.iscsiCredentials.create({ ...credential, chap: { inbound: { user: "host1", password: "is" } } }),
    );
    expect(error).toMatchObject({ message: expect.stringContaining("message withheld") });
  });

  it("holds no password in the field that it blames, or in the place of a code", async () => {
    const error = { code: `odd ${password}`, message: "no", target: `chap.${password}` };
    const { ontap } = await against(() => ({ status: 400, json: { error } }));
    const told = await errorOf(ontap.iscsiCredentials.create(credential));
    expect(told).toMatchObject({ ontapCode: "odd [secret]", target: "chap.[secret]" });
    expect(everythingIn(told)).not.toContain(password);
  });

  it("holds no password where a job cannot be read", async () => {
    const { ontap } = await against(({ method }) =>
      method === "POST"
        ? { status: 202, json: { job: { uuid: "job-1" } } }
        : refusal(404, "4", `no job for "${password}"`),
    );
    const error = await errorOf(ontap.iscsiCredentials.create(credential));
    expect(error).toMatchObject({ code: "uncertain", cause: { ontapCode: "4" } });
    expect(everythingIn(error)).not.toContain(password);
  });

  it("holds no password where a job fails", async () => {
    const { ontap } = await against(({ method }) =>
      method === "POST"
        ? { status: 202, json: { job: { uuid: "job-1" } } }
        : { json: { state: "failure", error: { code: "5374145", message: `"${password}" is odd` } } },
    );
    const error = await errorOf(ontap.iscsiCredentials.create(credential));
    expect(error).toMatchObject({ code: "api-error", ontapCode: "5374145" });
    expect(String(error)).not.toContain(password);
  });
});
