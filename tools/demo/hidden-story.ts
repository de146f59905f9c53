import { HOST, type Stage, summarize } from "./stage";

const SET_BY_HAND = "set-by-hand-one";

/** The chapters about what ONTAP does not show: who changed it, and which passwords it has. */
export class HiddenStory {
  constructor(
    private readonly stage: Stage,
    /** What the password of the host becomes. */
    private readonly rotated: string,
  ) {}

  async who(): Promise<void> {
    const { narrator } = this.stage;
    narrator.chapter("Who it was");
    narrator.say("ONTAP keeps a log of every change. The report names the last ones that can have done it:\n");
    const { code, text } = await this.stage.ontapIscsi(["drift", "--who"]);
    const calls = await this.stage.array.calls();
    const named = text.match(/ admin \(http\) from \S+: PATCH .*, outside Pulumi/g) ?? [];
    narrator.shown(
      "each change is traced to its user, application and address",
      code === 2 && named.length === 2,
      summarize(calls.filter((call) => call.includes("/audit/"))),
    );
  }

  async passwords(): Promise<void> {
    const { narrator, array, project } = this.stage;
    narrator.chapter("A password is proven by a login");
    narrator.say("ONTAP never shows a password. A login that ends before it becomes a session tells it:\n");
    const proven = await this.verify();
    const { sessions } = await array.holding();
    narrator.shown(
      "the array takes the recorded password",
      proven.code === 0 && proven.text.includes("proven"),
      `exit code ${proven.code}, ${sessions.length} sessions`,
    );
    const uuid = await this.stage.svmUuid();
    await array.byHand(`credentials/${uuid}/${HOST}`, {
      authentication_type: "chap",
      chap: { inbound: { user: "host1", password: SET_BY_HAND } },
    });
    narrator.say("\nSomebody sets another one by hand, which no comparison of properties can see:\n");
    const drift = await this.stage.ontapIscsi(["drift", "--verify", "--who", "--portal", array.portal]);
    const found = /chap\.inbound\.password\s+\[secret\] -> \[secret\]/.test(drift.text);
    narrator.shown(
      "it is drift, and its author is known",
      drift.code === 2 && found && drift.text.includes("admin (http)"),
      `exit code ${drift.code}`,
    );
    narrator.shown(
      "neither password is printed",
      ![SET_BY_HAND, this.rotated].some((secret) => `${proven.text}${drift.text}`.includes(secret)),
      "[secret]",
    );
    narrator.say("\nThe password is rotated in the program's configuration, and proven again:\n");
    await project.run(["config", "set", "--secret", "host1", this.rotated]);
    await array.calls();
    const { code } = await this.stage.pulumi(["up", "--yes", "--skip-preview"]);
    const writes = (await array.calls()).filter((call) => !call.startsWith("GET"));
    const again = await this.verify();
    narrator.shown(
      "one request rotates it, and a login proves it",
      code === 0 && writes.length === 1 && again.code === 0,
      `${writes.length} PATCH`,
    );
    await array.calls();
  }

  private verify(): Promise<{ code: number; text: string }> {
    return this.stage.ontapIscsi(["verify", "--portal", this.stage.array.portal]);
  }
}
