import { chromium } from 'playwright-core';

/** Starts Debian's Chromium; as root it runs without its sandbox. */
export function startChromium() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}
