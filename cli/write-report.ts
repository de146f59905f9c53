import { type Paint, paintFor, plain } from "./color";
import { writeFile } from "./write-file";

/** Writes a report into a file, plain, or without one to standard output. Throws a FileError. */
export async function writeReport(
  output: string | undefined,
  render: (paint: Paint) => string | Promise<string>,
): Promise<void> {
  if (output === undefined) {
    process.stdout.write(await render(paintFor(process.stdout, process.env)));
  } else {
    await writeFile(output, await render(plain));
  }
}
