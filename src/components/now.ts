const stopped = Date.parse(document.documentElement.dataset['clock'] ?? '');

/** The sample's standing clock, or the device's; milliseconds. */
export function now(): number {
  return stopped || Date.now();
}
