import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Evidence } from "./evidence";
import { CONFLICT, FOREIGN, INITIATOR } from "./program";
import type { Secrets } from "./secrets";
import { WatchedStack } from "./stack";

const UP = ["up", "--yes", "--skip-preview"];
const REFRESH = ["refresh", "--yes", "--skip-preview"];
const DESTROY = ["destroy", "--yes", "--skip-preview"];
const ANY = "/api/protocols/";
const FIRST = { host: "inbound", row: "row" };
const SECOND = { host: "rotated", row: "newRow" };

/** What a story came to. */
export interface Told {
  readonly commands: number;
  readonly surprises: readonly string[];
}

/** The life of a stack on the real engine, on both sides at once, with the commands that read it. */
export async function tellStory(
  evidence: Evidence,
  secrets: Secrets,
  clientKey: string,
  short: boolean,
): Promise<Told> {
  const stack = await WatchedStack.start(evidence, secrets, FIRST);
  try {
    await stack.pulumi(0, UP);
    stack.setProgram(SECOND);
    await stack.pulumi(0, ["preview", "--json"]);
    await stack.quote("PATCH", "/:mutual$/", "new inbound password");
    await stack.quote("PATCH", "/:row/", "new password of a row", "array password");
    await stack.pulumi(1, UP);
    await stack.endQuotes();
    await lookFromOutside(stack, short);
    if (!short) {
      await restOfStory(stack, evidence, secrets, clientKey);
      await stack.quote("DELETE", ANY, "array password");
      await stack.pulumi(1, DESTROY);
      await stack.endQuotes();
    }
    await stack.lookAtFiles();
    return { commands: stack.commands, surprises: stack.surprises };
  } finally {
    await stack.end.stop();
  }
}

/** The commands that only read, at once. Something is other than recorded, since the last `up` failed. */
async function lookFromOutside(stack: WatchedStack, short: boolean): Promise<void> {
  await stack.quote("GET", ANY, "array password");
  await Promise.all([stack.ontapIscsi(3, ["drift"]), stack.ontapIscsi(1, ["doctor"])]);
  await stack.endQuotes();
  const formats = short ? ["json"] : ["text", "json", "markdown", "junit", "sarif"];
  await Promise.all([
    ...formats.map((format) => stack.ontapIscsi(0, ["drift", "--format", format])),
    stack.ontapIscsi(0, ["sessions", "--format", "json"]),
  ]);
}

async function restOfStory(
  stack: WatchedStack,
  evidence: Evidence,
  secrets: Secrets,
  clientKey: string,
): Promise<void> {
  const { end } = stack;
  await stack.pulumi(0, ["preview", "--diff"]);
  await stack.pulumi(0, UP);
  await stack.pulumi(0, ["stack", "output", "--json"]);
  for (const svm of ["svm1", "svm2"]) {
    const chap = { inbound: { user: "other", password: secrets["inbound password"] } };
    const changed = { authentication_type: "chap", chap };
    await end.byHand("PATCH", `credentials?svm.name=${svm}&initiator=${encodeURIComponent(INITIATOR)}`, changed);
    await end.byHand("POST", "credentials", { svm: { name: svm }, initiator: FOREIGN, authentication_type: "none" });
  }
  await stack.ontapIscsi(2, ["drift", "--format", "json"]);
  await stack.pulumi(0, ["refresh", "--preview-only", "--diff"]);
  await stack.pulumi(0, ["refresh", "--preview-only", "--json"]);
  await stack.pulumi(0, REFRESH);
  stack.setProgram({ ...SECOND, more: CONFLICT });
  await stack.pulumi(1, UP);
  stack.setProgram(SECOND);
  await stack.pulumi(0, UP);
  await logins(stack, secrets, clientKey);
  await imports(stack, evidence, secrets);
  await stack.ontapIscsi(0, ["doctor", "--format", "json"]);
}

/** Logins that are refused, a token, and a private key that is damaged, does not fit, or is not asked for. */
async function logins(stack: WatchedStack, secrets: Secrets, clientKey: string): Promise<void> {
  const wrong = { ONTAP_PASSWORD: secrets["wrong array password"] };
  await stack.pulumi(1, REFRESH, wrong);
  await stack.ontapIscsi(1, ["doctor"], wrong);
  await stack.ontapIscsi(3, ["drift"], wrong);
  await stack.ontapIscsi(0, ["drift"], { ONTAP_TOKEN: secrets.token });
  await stack.pulumi(0, REFRESH, { ONTAP_TOKEN: secrets.token });
  await stack.pulumi(1, REFRESH, { ONTAP_TOKEN: `${secrets.token} behind a space` });
  for (const key of [clientKey, clientKey.slice(0, -100), clientKey.replaceAll("\n", " ")]) {
    const certificate = { ONTAP_CLIENT_CERTIFICATE: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----" };
    await stack.pulumi(1, ["preview"], { ...certificate, ONTAP_CLIENT_KEY: key });
    await stack.ontapIscsi(1, ["doctor"], { ...certificate, ONTAP_CLIENT_KEY: key });
  }
}

/** Programs for what exists, with and without passwords; what is documented to hold them is left out. */
async function imports(stack: WatchedStack, evidence: Evidence, secrets: Secrets): Promise<void> {
  const folder = join(stack.end.project.root, "imports");
  mkdirSync(folder);
  // Outside of the stack's folder, since it is the user's own.
  const file = join(stack.end.project.root, "node_modules-passwords.json");
  const passwords = {
    [`svm1/${INITIATOR}`]: { inbound: secrets["new inbound password"], outbound: secrets["outbound password"] },
  };
  writeFileSync(file, JSON.stringify(passwords));
  for (const language of ["typescript", "yaml", "python"]) {
    const out = join(folder, language);
    await stack.ontapIscsi(0, ["import", "--out", out, "--language", language, "--passwords", file]);
    evidence.lookAtFiles(`import as ${language}`, out, (path) => path !== "import.json" && !path.startsWith("secrets"));
  }
}
