import './page.css';
import type { Hand } from './executor.ts';
import { startPage } from './page.ts';
import { byMessage, serve } from './worker.ts';

/** Without a document this is a worker. */
if (typeof document === 'undefined') serve(globalThis as unknown as Parameters<typeof serve>[0], byMessage());
else {
  // The page's own script is also that of its workers: so it stands in the file once, and nothing is fetched.
  const script = new Blob([document.currentScript?.textContent ?? ''], { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
  startPage(() => new Worker(url) as unknown as Hand);
}
