import type { Arguments } from "./arguments";
import type { Lane } from "./array-verdict";

/** The SVMs of a lane, which judges one case after the other. */
export function laneOf(place: number): Lane {
  const svm = (name: string, part: number) => ({
    name: `${name}${place}`,
    uuid: `${(2 * place + part).toString(16).padStart(8, "0")}-94d7-11e8-8370-005056b48fd2`,
  });
  return { withService: svm("target", 0), withoutService: svm("empty", 1) };
}

/** The arguments with the SVM of a lane where they name one. */
export function onLane({ withService, withoutService }: Lane, { kind, args }: Arguments): Arguments {
  const { name, uuid } = kind === "IscsiService" ? withoutService : withService;
  const text = JSON.stringify(args).replaceAll('"$SVM"', `"${name}"`).replaceAll('"$UUID"', `"${uuid}"`);
  return { kind, args: JSON.parse(text) };
}
