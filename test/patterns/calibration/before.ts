/** Defaults that were moved after the calibration, as they were when it was made: it starts from these, so that it can be made again. */
export const before: Readonly<Record<string, number>> = {
  'parameters.environment.projects': 3,
  'parameters.delivery.implementer': 0.65,
  'parameters.delivery.centre': 0.2,
  'parameters.implementation.practice': 0.65,
  'parameters.implementation.practiceYears': 1,
  'innovations.0.effect': 0.12,
};
