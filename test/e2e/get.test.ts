import { SVM1 } from "../names";
import { EndToEndHarness } from "./harness";

const A = "iqn.1998-01.com.example:a";
const B = "iqn.1998-01.com.example:b";

/** Reads two credentials, changes one of them as another tool would, and reads that one again. */
const program = ({ url, username, password }: EndToEndHarness, type: string) => `
  const [a, b] = ["${A}", "${B}"].map((name) => IscsiCredentials.get(name, "${SVM1}/" + name));
  const changed = pulumi.all([a.authenticationType, b.authenticationType]).apply(async () => {
    const { ok, status } = await fetch("${url}/api/protocols/san/iscsi/credentials/${SVM1}/" + encodeURIComponent("${A}"), {
      method: "PATCH",
      headers: { Authorization: "Basic " + Buffer.from("${username}:${password}").toString("base64") },
      body: JSON.stringify({ authentication_type: "${type}" }),
    });
    if (!ok) throw new Error("the change was answered with " + status);
    return "${SVM1}/${A}";
  });
  exports.before = a.authenticationType;
  exports.after = IscsiCredentials.get("again", changed).authenticationType;`;

describe("A program that reads what it waited for", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start("", {
      fixture: {
        svms: [{ name: "svm1", uuid: SVM1 }],
        services: [{ svm: { name: "svm1" } }],
        credentials: [A, B].map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "none" })),
      },
    });
  });
  afterAll(() => end?.stop());

  test.each([
    ["the first time", "none", "deny", []],
    ["when its reads are in the state, too", "deny", "none", []],
    ["behind a refresh of what it read before", "none", "deny", ["--refresh"]],
  ])("sees the change: %s", async (_when, before, after, options) => {
    end.setProgram(program(end, after));
    await end.project.expect(["up", "--yes", "--skip-preview", ...options]);
    expect(await end.project.outputs()).toEqual({ before, after });
  });
});
