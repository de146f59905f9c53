import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";
import { HOST, OTHER_HOST, SVM1 } from "../names";

interface Case {
  readonly title: string;
  /** Arguments of the credential before, and what the program changes in it or in the service. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly change: { readonly service?: object; readonly host?: Readonly<Record<string, unknown>> };
  /** Who is logged in: by which initiator, from where, how. */
  readonly session: { readonly initiator: string; readonly address: string; readonly chap?: object };
  /** What the refusal says of the session. */
  readonly refusal: RegExp;
  /** What is left of the session once the change is forced. */
  readonly forced: "cut" | "alive";
}

// Every other change that is guarded is tried in the real dynamic host, in test/provider/guard.test.ts.
const cases: readonly Case[] = [
  {
    title: "disabling the service",
    before: { authenticationType: "none" },
    change: { service: { enabled: false } },
    session: { initiator: HOST, address: "10.0.0.5" },
    refusal:
      /1 live session would be cut now:\n\s+- iqn\S+name1 from 10\.0\.0\.5 on portal group iscsi_lif1 \(igroups igroup1\)/,
    forced: "cut",
  },
  {
    title: "denying the host",
    before: { authenticationType: "none" },
    change: { host: { authenticationType: "deny" } },
    session: { initiator: HOST, address: "10.0.0.5" },
    refusal: /would be locked out at the next login:[\s\S]*its next login would be denied/,
    forced: "alive",
  },
  {
    title: "denying everybody by the default row",
    before: { initiator: "default", authenticationType: "none" },
    change: { host: { authenticationType: "deny" } },
    session: { initiator: OTHER_HOST, address: "10.0.0.6" },
    refusal: /iqn\S+name2 from 10\.0\.0\.6[\s\S]*its next login would be denied/,
    forced: "alive",
  },
];

const fixture = {
  svms: [{ uuid: SVM1, name: "svm1" }],
  interfaces: [{ svm: { name: "svm1" }, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
  igroups: [{ svm: { name: "svm1" }, name: "igroup1", initiators: [{ name: HOST }] }],
};

describe("The session guard on the real engine", () => {
  let end: EndToEndHarness;

  const program = (service: object, host: object): string => `
    const service = new IscsiService("service", ${JSON.stringify({ svm: { name: "svm1" }, ...service })});
    new IscsiCredentials("host", ${JSON.stringify({ svm: { name: "svm1" }, initiator: HOST, ...host })}, { dependsOn: [service] });`;

  const sessions = async (): Promise<number> => {
    const state = await end.control<{ sessions: unknown[] }>("GET", "/state");
    return state.sessions.length;
  };

  const logIn = ({ chap, ...login }: Case["session"]) => end.logIn({ ...login, ...chap });

  beforeAll(async () => {
    end = await EndToEndHarness.start(program({}, cases[0]?.before ?? {}), { fixture });
  });
  afterAll(() => end.stop());

  test.each(cases)("refuses $title, unless it is forced", async ({ before, change, session, refusal, forced }) => {
    await end.control("PUT", "/state", fixture);
    end.setProgram(program({}, before));
    await end.project.expect(["up", "--yes", "--skip-preview", "--refresh"]);
    await logIn(session);
    await end.requests();

    end.setProgram(program({ ...change.service }, { ...before, ...change.host }));
    const preview = await end.project.preview();
    expect(preview).toMatchObject({ code: 1, text: expect.stringMatching(refusal) });
    expect(preview.text).not.toMatch(/\n\s+at .*\.js:\d+/);
    expect((await end.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);

    const up = await end.project.up();
    expect(up).toMatchObject({ code: 1, text: expect.stringMatching(refusal) });
    expect((await end.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
    expect(await sessions()).toBe(1);

    const force = { forceDisconnect: true };
    end.setProgram(program({ ...change.service, ...force }, { ...before, ...change.host, ...force }));
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    expect(await sessions()).toBe(forced === "cut" ? 0 : 1);
    if (forced === "alive") {
      await end.logOut();
      await expect(logIn(session)).rejects.toThrow("403");
    }
  });

  test("shows drift whose repair would bar a session, and refuses only the repair", async () => {
    await end.control("PUT", "/state", fixture);
    end.setProgram(program({}, { authenticationType: "deny" }));
    await end.project.expect(["up", "--yes", "--skip-preview", "--refresh"]);
    await end.byHand("PATCH", `credentials/${SVM1}/${encodeURIComponent(HOST)}`, { authentication_type: "none" });
    await end.logIn({ initiator: HOST, address: "10.0.0.5" });

    for (const more of [[], ["--run-program"]]) {
      const seen = await end.project.refresh(["--preview-only", "--diff", "--expect-no-changes", ...more]);
      expect(seen).toMatchObject({ code: 7, text: expect.stringContaining('authenticationType: "deny" => "none"') });
    }
    await end.project.expect(["refresh", "--yes", "--skip-preview"]);
    const preview = await end.project.preview();
    expect(preview).toMatchObject({ code: 1, text: expect.stringContaining("would be locked out at the next login") });
    expect(await sessions()).toBe(1);
  });

  test("refuses a destroy under a live session, unless ONTAP_FORCE_DISCONNECT names the service", async () => {
    await end.control("PUT", "/state", fixture);
    end.setProgram(program({}, { authenticationType: "none" }));
    await end.project.expect(["up", "--yes", "--skip-preview", "--refresh"]);
    await end.logIn({ initiator: HOST, address: "10.0.0.5" });

    const refused = await end.project.destroy();
    expect(refused.code).not.toBe(0);
    expect(refused.text).toContain(`ONTAP_FORCE_DISCONNECT=${SVM1}`);
    expect(await sessions()).toBe(1);

    expectExit(await end.project.destroy([], { ONTAP_FORCE_DISCONNECT: SVM1 }), 0);
    expect(await sessions()).toBe(0);
    expect(await end.control("GET", "/state")).toMatchObject({ services: [], credentials: [] });
  });
});
