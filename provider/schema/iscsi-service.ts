import type { Failure } from "./failure";
import { compact, type PropertyMap, valueAt } from "./property-map";
import { commonProperties, type SvmReference, svmFailures } from "./svm";
import { isUnknown } from "./unknown";
import { structureCheck } from "./validator";

/** Arguments of an iSCSI service, checked and normalised. */
export interface IscsiServiceInputs {
  readonly svm: SvmReference;
  readonly enabled: boolean;
  readonly target?: { readonly alias?: string };
  readonly cluster?: string;
  readonly adopt?: boolean;
  readonly forceDisconnect?: boolean;
}

/** Longest target alias, in characters. Source: `target.alias` in the iSCSI services document. */
export const ALIAS_MAX_LENGTH = 128;

const ALIAS_RULE = `1 to ${ALIAS_MAX_LENGTH} printable characters without spaces, or "" to clear it`;

const structure = structureCheck({
  type: "object",
  properties: {
    ...commonProperties,
    enabled: { type: "boolean", description: "true or false" },
    target: {
      type: "object",
      description: "an object with alias",
      properties: {
        alias: { type: "string", maxLength: ALIAS_MAX_LENGTH, pattern: "^[^\\s\\p{C}]*$", description: ALIAS_RULE },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
});

/** Every failure that can be told without asking the array. */
export function iscsiServiceFailures(news: PropertyMap): readonly Failure[] {
  return [...structure(news), ...svmFailures(news)];
}

/** The one form in which equal arguments are kept: `enabled` filled in, empty objects left out. */
export function normalisedIscsiService(news: PropertyMap): PropertyMap {
  const alias = valueAt(news, "target", "alias");
  const { target: _target, ...rest } = compact(news);
  return {
    ...rest,
    enabled: news.enabled ?? true,
    ...(alias === undefined || alias === null ? keepUnknown(news.target) : { target: { alias } }),
  };
}

function keepUnknown(target: unknown): PropertyMap {
  return isUnknown(target) ? { target } : {};
}
