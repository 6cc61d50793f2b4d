/** Settles after the browser has painted the next frame. A page that nobody sees has no frames, so there it settles soon. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(resolve));
    else setTimeout(resolve);
  });
