/** How often a law is tried, or how far a walk goes: further before a release (`npm run test:release`), in Chromium. */
export const effort = (usual: number, long: number): number =>
  import.meta.env['VITE_TIER'] === 'release' && navigator.userAgent.includes('Chrome') ? long : usual;
