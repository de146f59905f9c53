import { createProject } from "../../test/engine/project";
import { SimulatedArray } from "./array";
import { HiddenStory } from "./hidden-story";
import { Narrator } from "./narrator";
import { programText } from "./program";
import { Stage } from "./stage";
import { Story } from "./story";

const PASSWORD = "secret-of-host1";
/** What it is changed to on the way. */
const ROTATED = "2nd-secret-host1";

/** The demonstration: one array, one program. Exits with code 1 if anything differs from the story. */
async function main(): Promise<void> {
  const narrator = new Narrator();
  narrator.say("Starting a simulated ONTAP cluster and a Pulumi project of its own.");
  const array = await SimulatedArray.boot();
  const project = await createProject({
    program: programText({ enabled: true }),
    name: "demo",
    config: { ...array.config, host1: { secret: PASSWORD } },
  });
  try {
    const stage = new Stage(narrator, array, project);
    const story = new Story(stage, { first: PASSWORD, rotated: ROTATED });
    const hidden = new HiddenStory(stage, ROTATED);
    await story.preview();
    await story.create();
    await story.nothingToDo();
    await story.drift();
    await hidden.who();
    await story.repair();
    await hidden.passwords();
    await story.sessions();
    await story.refusedOutage();
    await story.destroy();
    narrator.table();
  } finally {
    project.dispose();
    array.shutDown();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
