import type { Project } from "../../test/engine/project";
import type { SimulatedArray } from "./array";
import type { Narrator } from "./narrator";
import { programText } from "./program";
import { HOST, type Stage, summarize, verbs } from "./stage";

const DRIFT_EXIT_CODE = 7;

/** The chapters of the demonstration, in the order in which they build on each other. */
export class Story {
  private readonly narrator: Narrator;
  private readonly array: SimulatedArray;
  private readonly project: Project;

  constructor(
    private readonly stage: Stage,
    private readonly passwords: { readonly first: string; readonly rotated: string },
  ) {
    this.narrator = stage.narrator;
    this.array = stage.array;
    this.project = stage.project;
  }

  async preview(): Promise<void> {
    this.narrator.chapter("A program is previewed");
    this.narrator.say("An iSCSI service for svm1, and a host that logs in to it with CHAP:\n");
    this.narrator.quote(programText({ enabled: true }));
    const { code, text } = await this.stage.pulumi(["preview", "--diff"]);
    const [calls, holding] = [await this.array.calls(), await this.array.holding()];
    this.narrator.shown("a preview changes nothing", code === 0 && holding.services.length === 0, summarize(calls));
    this.narrator.shown("no password is printed", !text.includes(this.passwords.first), "the preview says [secret]");
  }

  async create(): Promise<void> {
    this.narrator.chapter("It is carried out");
    const { code } = await this.stage.pulumi(["up", "--yes", "--skip-preview"]);
    const writes = (await this.array.calls()).filter((call) => call.startsWith("POST"));
    const { services, credentials } = await this.array.holding();
    const [service] = services;
    const host = credentials.find(({ initiator }) => initiator === HOST);
    await this.stage.showArray();
    const right = code === 0 && service?.target.alias === "prod" && host?.chap?.inbound?.user === "host1";
    this.narrator.shown("one request creates each object", right && writes.length === 2, writes.join(", "));
  }

  async nothingToDo(): Promise<void> {
    this.narrator.chapter("Nothing changed, so nothing is sent");
    const { code } = await this.stage.pulumi(["preview", "--expect-no-changes"]);
    const calls = (await this.array.calls()).filter((call) => !call.endsWith("sessions"));
    this.narrator.shown(
      "a preview without changes asks nothing of the objects",
      code === 0 && calls.length === 0,
      summarize(calls),
    );
  }

  async drift(): Promise<void> {
    this.narrator.chapter("Somebody changes the array by hand");
    const uuid = await this.stage.svmUuid();
    await this.array.byHand(`services/${uuid}`, { target: { alias: "test" } });
    await this.array.byHand(`credentials/${uuid}/${HOST}`, { authentication_type: "none" });
    await this.array.calls();
    this.narrator.say("The alias is now test, and host1 needs no password any more. A nightly job looks:\n");
    const { code, text } = await this.stage.pulumi(["refresh", "--preview-only", "--diff", "--expect-no-changes"]);
    const calls = await this.array.calls();
    const named = text.includes('alias: "prod" => "test"') && text.includes('authenticationType: "chap" => "none"');
    this.narrator.shown("drift is named property by property", named, `${summarize(calls)}, all of them reads`);
    this.narrator.shown("the gate for CI closes", code === DRIFT_EXIT_CODE, `exit code ${code}`);
    this.narrator.say("\nThe same without a preview, for a report in a merge request:\n");
    const command = await this.stage.ontapIscsi(["drift"]);
    const same = command.text.includes("target.alias") && command.text.includes("authenticationType");
    this.narrator.shown("ontap-iscsi drift reports the same", command.code === 2 && same, `exit code ${command.code}`);
    await this.array.calls();
  }

  async repair(): Promise<void> {
    this.narrator.chapter("The drift is repaired");
    const { code } = await this.stage.pulumi(["up", "--yes", "--skip-preview", "--refresh"]);
    const calls = (await this.array.calls()).filter((call) => !call.startsWith("GET"));
    await this.stage.showArray();
    const { services, credentials } = await this.array.holding();
    const host = credentials.find(({ initiator }) => initiator === HOST);
    const right = services[0]?.target.alias === "prod" && host?.authentication_type === "chap";
    this.narrator.shown(
      "one request repairs each object",
      code === 0 && right && calls.length === 2,
      `${calls.length} PATCH`,
    );
    const gate = await this.project.refresh(["--preview-only", "--expect-no-changes"]);
    await this.array.calls();
    this.narrator.shown("the gate for CI opens again", gate.code === 0, `exit code ${gate.code}`);
  }

  async sessions(): Promise<void> {
    this.narrator.chapter("The host logs in over two paths");
    await this.array.logIn(HOST, "iscsi_lif1", "10.0.0.5", "host1", this.passwords.rotated);
    await this.array.logIn(HOST, "iscsi_lif2", "10.0.1.5", "host1", this.passwords.rotated);
    await this.stage.pulumi(["up", "--yes", "--skip-preview"]);
    const { paths } = await this.project.outputs();
    const count = Array.isArray(paths) ? paths.length : 0;
    await this.array.calls();
    this.narrator.shown("live sessions are stack outputs", count === 2, `${count} paths of ${HOST}`);
  }

  async refusedOutage(): Promise<void> {
    this.narrator.chapter("An outage is refused");
    this.narrator.say("A merge request sets enabled: false. That would take host1 off its disks:\n");
    this.project.setProgram(programText({ enabled: false }));
    const { code, text } = await this.stage.pulumi(["preview"]);
    const writes = (await this.array.calls()).filter((call) => !call.startsWith("GET"));
    const alive = (await this.array.holding()).sessions.length;
    const named = text.includes("2 live sessions would be cut now") && text.includes(HOST);
    this.narrator.shown("the preview refuses and names the sessions", code !== 0 && named, `exit code ${code}`);
    this.narrator.shown("the sessions are alive", alive === 2 && writes.length === 0, `${alive} sessions, no write`);
  }

  async destroy(): Promise<void> {
    this.narrator.chapter("The hosts log out, and all of it is removed");
    await this.array.logOut();
    this.project.setProgram(programText({ enabled: true }));
    const { code } = await this.stage.pulumi(["destroy", "--yes", "--skip-preview"]);
    const calls = (await this.array.calls()).filter((call) => !call.startsWith("GET"));
    const { services, credentials } = await this.array.holding();
    const empty = services.length === 0 && credentials.length === 0;
    this.narrator.shown("what was created is gone", code === 0 && empty, `${calls.length} requests: ${verbs(calls)}`);
  }
}
