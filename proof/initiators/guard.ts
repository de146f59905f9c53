import { EndToEndHarness } from "../../test/e2e/harness";
import { type HeldLogin, holdLogin } from "./held-login";
import type { Part } from "./part";

const HOST = "iqn.2000-01.com.example:held";
const PASSWORD = "held-password-1";

/** The array: an SVM without a service, which the program creates. */
const fixture = {
  svms: [{ name: "svm1" }],
  interfaces: [{ svm: { name: "svm1" }, name: "lif1", ip: { address: "127.0.0.1" } }],
};

function program(service: object): string {
  const svm = { svm: { name: "svm1" } };
  const chap = { inbound: { user: "held-user", password: PASSWORD } };
  return `
const service = new IscsiService("service", ${JSON.stringify({ ...svm, ...service })});
new IscsiCredentials("host", ${JSON.stringify({ ...svm, initiator: HOST, authenticationType: "chap", chap })}, { dependsOn: [service] });`;
}

/** A real initiator is held logged in: disabling the service is refused and names it, and cuts it once it is forced. */
export const guard: Part = {
  name: "steps of the session guard",
  run: async () => {
    const end = await EndToEndHarness.start(program({}), { fixture, iscsiPort: 0 });
    let held: HeldLogin | undefined;
    try {
      await end.project.expect(["up", "--yes", "--skip-preview"]);
      held = await holdLogin(HOST, await url(end));
      return await steps(end, held);
    } finally {
      await end.stop();
      await held?.logOut();
    }
  },
};

async function steps(end: EndToEndHarness, held: HeldLogin) {
  const failures: string[] = [];
  const step = (what: string, isRight: boolean, seen: unknown) => {
    if (!isRight) {
      failures.push(`${what}: ${typeof seen === "string" ? seen : JSON.stringify(seen)}`);
    }
  };
  const named = /1 live session would be cut now:\s+- iqn\.2000-01\.com\.example:held from 127\.0\.0\.1 /;
  end.setProgram(program({ enabled: false }));
  const preview = await end.project.preview();
  step("the preview refuses, and names the host", preview.code !== 0 && named.test(preview.text), preview.text);
  const refused = await end.project.up();
  step("up refuses, and names the host", refused.code !== 0 && named.test(refused.text), refused.text);
  const before = await sessions(end);
  step("the host stays logged in", before.length === 1, before);

  end.setProgram(program({ enabled: false, forceDisconnect: true }));
  const forced = await end.project.up();
  step("up passes once it is forced", forced.code === 0, forced.text);
  const ended = await Promise.race([held.ended, timeout()]);
  step("the host is cut", ended?.code === 3 && ended.lines.includes("cut"), ended);
  const after = await sessions(end);
  step("no session is left", after.length === 0, after);
  const again = await holdLogin(HOST, await url(end)).catch((error: unknown) => String(error));
  step("the host cannot log in again", typeof again === "string", again);
  return { cases: 7, failures };
}

async function url(end: EndToEndHarness): Promise<string> {
  const { services } = await end.control<{ services: { target: { name: string } }[] }>("GET", "/state");
  const { iscsi } = end.simulator;
  return `iscsi://held-user%${PASSWORD}@${iscsi?.host}:${iscsi?.port}/${services[0]?.target.name}/0`;
}

async function sessions(end: EndToEndHarness): Promise<readonly unknown[]> {
  return (await end.control<{ sessions: unknown[] }>("GET", "/state")).sessions;
}

function timeout(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 10_000).unref());
}
