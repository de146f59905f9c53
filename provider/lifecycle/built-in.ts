import { OntapError } from "../rest";
import type { CommonInputs, ResourceDefinition } from "./definition";

/** What an object that ONTAP made itself is before it is adopted; undefined for every other object. */
export function adoptedFrom<Inputs extends CommonInputs, Wire>(
  { builtIn }: ResourceDefinition<Inputs, Wire>,
  inputs: Inputs,
): string | undefined {
  return builtIn?.is(inputs) === true ? builtIn.describe(inputs) : undefined;
}

/** The error where an object that ONTAP makes together with another one is not there, since that one is not. */
export function prerequisiteMissing<Inputs extends CommonInputs, Wire>(
  { needs }: ResourceDefinition<Inputs, Wire>,
  operation: string,
): OntapError {
  return new OntapError({
    code: "api-error",
    operation,
    reason: `the SVM has no ${needs?.noun}, with which ONTAP makes it (code ${needs?.missing})`,
    ...(needs === undefined ? {} : { ontapCode: needs.missing, hint: needs.advice }),
  });
}
