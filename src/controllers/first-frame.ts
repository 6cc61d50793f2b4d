import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Settles after the browser has painted the next frame. A page that nobody sees has no frames, so there it settles soon. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(resolve));
    else setTimeout(resolve);
  });

export interface FirstFrameInput {
  /** Whether there is a list to draw. */
  isReady(): boolean;
  /** Whether everything must be drawn at once, as for a visitor who comes back to a place far down. */
  isUrgent(): boolean;
}

/**
 * Tells the first drawing of the list from those that follow. The first has only what the visitor sees at once, so that it is soon on the
 * screen of a slow phone; the rest follows when the browser has painted.
 */
export class FirstFrameController implements ReactiveController {
  /** Whether everything may be drawn. */
  isOver = false;
  /** Settles when it may; undefined until there is a list. */
  over: Promise<void> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly input: FirstFrameInput,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.input.isReady() && !this.over && this.input.isUrgent()) this.isOver = true;
  }

  hostUpdated(): void {
    if (this.input.isReady() && !this.isOver) this.over ??= this.wait();
  }

  private async wait(): Promise<void> {
    await painted();
    this.isOver = true;
    this.host.requestUpdate();
  }
}
