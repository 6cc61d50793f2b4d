/**
 * Settles after the browser has painted the next frame. A hidden page has no frames: there it
 * settles soon.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(resolve));
    else setTimeout(resolve);
  });
