/** How often a law is tried, or how far a walk goes: further by `npm run test:all`, in Chromium. */
export const effort = (usual: number, long: number): number =>
  import.meta.env['VITE_LONG'] && navigator.userAgent.includes('Chrome') ? long : usual;
