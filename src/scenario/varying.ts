import type { NumberKey } from './catalogue.ts';

/**
 * Times that vary from one to the next, each with the parameter that says how much: lognormal by that coefficient of
 * variation unless the scenario gives a law of its own.
 */
export const USUAL_SPREAD = {
  'works.loadingTime': 'service.timeCv',
  'works.weighingTime': 'service.timeCv',
  'fleet.repairTime': 'breakdowns.repairCv',
  'road.incidentTime': 'road.incidentCv',
  'gate.serviceTime': 'service.timeCv',
  'gate.mannedServiceTime': 'service.timeCv',
  'gate.manualCheckTime': 'service.timeCv',
  'gate.weighingTime': 'service.timeCv',
  'gate.outTime': 'service.timeCv',
  'customs.reviewTime': 'customs.reviewCv',
  'customs.amendmentTime': 'customs.reviewCv',
  'customs.documentTime': 'customs.reviewCv',
  'customs.machineTime': 'service.timeCv',
  'customs.inspectionTime': 'service.timeCv',
  'customs.samplingTime': 'service.timeCv',
  'customs.laboratoryTime': 'service.timeCv',
  'yard.stackingTime': 'service.timeCv',
  'yard.pushUpTime': 'service.timeCv',
  'yard.reclaimTime': 'service.timeCv',
  'quay.tipTime': 'service.timeCv',
  'quay.hopperTipTime': 'service.timeCv',
  'vessel.berthingTime': 'service.timeCv',
  'vessel.surveyTime': 'service.timeCv',
  'vessel.unberthingTime': 'service.timeCv',
  'traffic.stay': 'traffic.stayCv',
  'breakdowns.craneRepairTime': 'breakdowns.repairCv',
  'breakdowns.worksLoaderRepairTime': 'breakdowns.repairCv',
  'breakdowns.weighbridgeRepairTime': 'breakdowns.repairCv',
  'breakdowns.gateLaneRepairTime': 'breakdowns.repairCv',
  'breakdowns.stackerRepairTime': 'breakdowns.repairCv',
  'breakdowns.reclaimerRepairTime': 'breakdowns.repairCv',
  'weather.stopDuration': 'weather.stopCv',
  'weather.wind6Duration': 'weather.stopCv',
  'weather.fogDuration': 'weather.stopCv',
  'weather.rainDuration': 'weather.stopCv',
  'weather.iceDuration': 'weather.stopCv',
} as const satisfies Partial<Record<NumberKey, NumberKey>>;

/** The key of a time that varies. */
export type VaryingKey = keyof typeof USUAL_SPREAD;

/** Whether a scenario may give a parameter a law of its own. */
export function mayVary(key: string): key is VaryingKey {
  return Object.hasOwn(USUAL_SPREAD, key);
}
