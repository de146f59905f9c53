import { truncateSync } from "node:fs";
import { EngineStack } from "../../../proof/support/engine-stack";

test("attributes of the state that a killed engine had only begun to write stop every command until they are removed", async () => {
  const stack = await EngineStack.start("dynamic");
  try {
    expect(await stack.up()).toMatchObject({ code: 0 });
    expect(stack.removeCutAttributes()).toBe(false);
    truncateSync(`${stack.stateFile}.attrs`);
    expect((await stack.up()).text).toContain("failed to load checkpoint: EOF");
    expect(stack.removeCutAttributes()).toBe(true);
    expect(await stack.up()).toMatchObject({ code: 0 });
  } finally {
    await stack.stop();
  }
});
